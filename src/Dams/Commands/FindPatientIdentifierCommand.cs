using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Find-PatientIdentifier: what should not be in what is shared.</summary>
[Cmdlet(VerbsCommon.Find, "PatientIdentifier", DefaultParameterSetName = PathSet)]
[OutputType(typeof(IdentifierFinding))]
public sealed class FindPatientIdentifierCommand : ParallelCommand
{
    private readonly List<string> _paths = [];
    private IReadOnlyList<string> _originals = [];
    private SubjectMap? _map;

    [Parameter]
    [ValidateNotNull]
    public object? SubjectMap { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] ReferencePath { get; set; } = [];

    protected override void Begin()
    {
        _map = SubjectMap is null ? null : SubjectMaps.Read(SubjectMap, Paths);
        _originals = ReferencePath.Select(path => Paths.ResolveParameter(nameof(ReferencePath), path)).ToArray();
    }

    protected override void Process() => _paths.AddRange(ResolvePaths());

    protected override void End()
    {
        if (_paths.Count == 0)
            return;
        var audit = new Audit(Context);
        if (_map is not null)
            audit.AddReference(_map);
        if (_originals.Count > 0)
            audit.AddReference(_originals);
        foreach (var finding in audit.Find(_paths))
            WriteObject(finding);
    }
}
