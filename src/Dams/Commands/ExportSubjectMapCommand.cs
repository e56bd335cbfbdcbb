using System;
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
            if (IsOf<PlannedPatient>(given))
                continue;
            if (given.BaseObject is PatientResult patient)
                _entries.AddRange(patient.Series.Where(series => series.InstanceCount > 0).Select(series => series.ToMapEntry()));
            else if (Read(given) is { } entry && (!IsOf<ProtectedSeries>(given) || !IsEmpty(given)))
                _entries.Add(entry);
            if (PassThru)
                WriteObject(given);
        }
    }

    private SubjectMapEntry? Read(PSObject given)
    {
        try
        {
            return SubjectMaps.EntryOf(given, _number, takesNumbers: false) ?? throw CmdletErrors.NoSubjectMapEntry(_number);
        }
        catch (DamsException e)
        {
            Listener.Fail(new FileFailure("The input", "", e));
            return null;
        }
    }

    // A result that went through a job, a remote session or a file has the name of its type alone.
    private static bool IsOf<T>(PSObject given) => given.BaseObject is T || given.TypeNames.Any(name => name.EndsWith($".{typeof(T).FullName}", StringComparison.Ordinal));

    private static bool IsEmpty(PSObject given) => given.Properties[nameof(ProtectedSeries.InstanceCount)]?.Value is 0;

    protected override void End()
    {
        if (ShouldProcess(Path, $"Merge {_entries.Count} series into the subject map") && SubjectMap.Merge(Path, _entries, StopToken))
            Listener.Warn(Warnings.AmbiguousSubjectMap());
    }
}
