using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>A cmdlet that looks for what should not be in what is shared.</summary>
public abstract class AuditingCommand : ParallelCommand
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
        base.Begin();
        _map = SubjectMap is null ? null : SubjectMaps.Read(SubjectMap, Paths);
        _originals = ReferencePath.Select(path => Paths.ResolveParameter(nameof(ReferencePath), path)).ToArray();
    }

    protected override void Process() => _paths.AddRange(ResolvePaths());

    /// <summary>The findings; at the end, the summary goes to the information stream, and people see it.</summary>
    protected IEnumerable<IdentifierFinding> Find()
    {
        var audit = new Audit(Context);
        if (_map is not null)
            audit.AddReference(_map);
        if (_originals.Count > 0)
            audit.AddReference(_originals);
        foreach (var finding in audit.Find(_paths))
            yield return finding;
        // By this tag hosts show it, as they show what Write-Host writes.
        WriteInformation(audit.Summary, ["PSHOST", "Dams", "Summary"]);
    }
}
