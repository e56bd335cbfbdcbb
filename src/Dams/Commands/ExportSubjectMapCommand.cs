using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using Dams.Subjects;

namespace Dams.Commands;

/// <summary>Export-SubjectMap: merges the key that leads back into a CSV that only its owner can read.</summary>
[Cmdlet(VerbsData.Export, "SubjectMap", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportSubjectMapCommand : DamsCommand
{
    private readonly List<SubjectMapEntry> _entries = [];

    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public ProtectedSeries[] InputObject { get; set; } = [];

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void Process()
    {
        foreach (var series in InputObject)
        {
            if (series.InstanceCount > 0)
                _entries.Add(SubjectMapEntry.Of(series));
            if (PassThru)
                WriteObject(series);
        }
    }

    protected override void End()
    {
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        if (ShouldProcess(path, $"Merge {_entries.Count} series into the subject map"))
            SubjectMap.Merge(path, _entries);
    }
}
