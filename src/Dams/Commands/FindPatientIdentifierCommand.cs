using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Find-PatientIdentifier: what should not be in what is shared.</summary>
[Cmdlet(VerbsCommon.Find, "PatientIdentifier", DefaultParameterSetName = PathSet)]
[OutputType(typeof(IdentifierFinding))]
public sealed class FindPatientIdentifierCommand : AuditingCommand
{
    protected override void End()
    {
        foreach (var finding in Find())
            WriteObject(finding);
    }
}
