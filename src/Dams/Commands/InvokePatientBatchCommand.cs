using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Invoke-PatientBatch: the whole job for each patient of a list.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "PatientBatch", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(PatientResult), typeof(PlannedPatient))]
public sealed class InvokePatientBatchCommand : ProtectionCommand
{
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

    protected override void Process()
    {
        foreach (var path in ParameterSetName == InputSet ? [] : ResolvePaths())
            AddFolder(path);
        foreach (var given in InputObject)
        {
            if (GivenPath.Find(given) is not { } path)
                AddRow(given);
            else
            {
                foreach (var found in Paths.Find([path], areLiteral: given.BaseObject is not string))
                    AddFolder(found);
            }
        }
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

    // A folder is a row that says nothing but where it is.
    private void AddFolder(string path)
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty(nameof(Path), path));
        AddRow(row);
    }
}
