using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Test-PatientProtection: whether an audit finds nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "PatientProtection", DefaultParameterSetName = PathSet)]
[OutputType(typeof(bool))]
public sealed class TestPatientProtectionCommand : AuditingCommand
{
    // What could not be looked at is not known to be clean.
    protected override void End() => WriteObject(Find().Count() + FailedCount == 0);
}
