using System.Collections.Generic;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Invoke-PatientBatch: the whole job for each patient of a list.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "PatientBatch", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(PatientResult), typeof(PlannedPatient))]
public sealed class InvokePatientBatchCommand : ProtectionCommand
{
    private static readonly GivenIdentity Nobody = new(null, null, null);

    [Parameter]
    public ReferenceConvention Convention { get; set; }

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int SeriesNumber { get; set; } = RepairOptions.DefaultSeriesNumber;

    [Parameter]
    public SwitchParameter Discover { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ExportMap { get; set; }

    protected override void Begin()
    {
        base.Begin();
        ExportMap = ExportMap is null ? null : Paths.ResolveParameter(nameof(ExportMap), ExportMap);
    }

    protected override void TakePaths(IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
            AddFolder(path);
    }

    protected override void Take(PSObject given)
    {
        if (GivenPath.Find(given) is not null)
            TakePaths(PathsOf(given));
        else if (SeriesFiles.Find(given) is { } files)
            AddRow(given, [(nameof(LiteralPath), files)]);
        else
            AddRow(given);
    }

    protected override void End()
    {
        PatientBatch? batch = null;
        var plan = Plan();
        foreach (var patient in plan)
        {
            if (Validate || IsWhatIf)
                WriteObject(patient);
            else if (patient.Error is not null || MayWrite($"{patient}: {patient.SeriesCount} series"))
                WriteObject((batch ??= new PatientBatch(BatchOptions(), plan.Count, Context)).Run(patient));
        }
        WriteSummary(batch?.Summary ?? RunSummary.Empty);
    }

    private PatientBatchOptions BatchOptions() => new(Options() with { ExportMap = ExportMap })
    {
        Convention = Convention,
        SeriesNumber = SeriesNumber,
        Discover = Discover,
    };

    // What the parameters give for all is given to the plan, which knows whether it has one patient.
    private void AddFolder(string path)
    {
        if (!HasScripts)
            AddFolder(path, Nobody);
        else if (GivenFor(GivenPath.ItemOf(path)) is { } given)
            AddFolder(path, given);
    }
}
