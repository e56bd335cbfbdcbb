using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Export-SubjectMap: merges the key that leads back into a CSV that only its owner can read.</summary>
[Cmdlet(VerbsData.Export, "SubjectMap", SupportsShouldProcess = true)]
[OutputType(typeof(ProtectedSeries))]
public sealed class ExportSubjectMapCommand : DamsCommand
{
    private readonly List<SubjectMapEntry> _entries = [];
    private int _number;

    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    // Any object binds, so that no binder's error holds a patient.
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject[] InputObject { get; set; } = [];

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    // What is protected before the map proves unusable could not be led back.
    protected override void Begin()
    {
        Path = Paths.ResolveParameter(nameof(Path), Path);
        if (!IsWhatIf)
            SubjectMap.EnsureWritable(Path, StopToken);
    }

    protected override void Process()
    {
        foreach (var given in InputObject)
        {
            _number++;
            if (given.BaseObject is PlannedPatient)
                continue;
            if (given.BaseObject is PatientResult patient)
                _entries.AddRange(patient.Series.Where(series => series.InstanceCount > 0).Select(series => series.ToMapEntry()));
            else if (SubjectMaps.EntryOf(given) is not { } entry)
                Listener.Fail(new FileFailure("The input", "", CmdletErrors.NoSubjectMapEntry(_number)));
            else if (given.BaseObject is not ProtectedSeries { InstanceCount: 0 })
                _entries.Add(entry);
            if (PassThru)
                WriteObject(given);
        }
    }

    protected override void End()
    {
        if (ShouldProcess(Path, $"Merge {_entries.Count} series into the subject map") && SubjectMap.Merge(Path, _entries, StopToken))
            Listener.Warn(Warnings.AmbiguousSubjectMap());
    }
}
