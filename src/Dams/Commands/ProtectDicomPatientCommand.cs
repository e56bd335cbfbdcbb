using System.Collections.Generic;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Protect-DicomPatient: turns series of patients into series of subjects.</summary>
[Cmdlet(VerbsSecurity.Protect, "DicomPatient", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(ProtectedSeries), typeof(PlannedPatient))]
public sealed class ProtectDicomPatientCommand : ProtectionCommand
{
    private readonly List<string> _paths = [];
    private readonly List<(DicomSeries Series, GivenIdentity Given)> _planned = [];
    private readonly StoredSeries _stored = new();
    private ProtectionRun? _run;
    private int _seriesNumber;

    protected override void Process()
    {
        if (ParameterSetName != InputSet)
            AddPaths(ResolvePaths());
        foreach (var given in InputObject)
        {
            if (GivenPath.Find(given) is not null)
                AddPaths(PathsOf(given));
            else if (SeriesFiles.Find(given) is not { } files)
                AddRow(given);
            else if (GivenForSeries(given) is not { } identity)
                continue;
            else if (given.BaseObject is DicomSeries series)
                Protect(series, identity);
            else
                _stored.Add(given, files, identity);
        }
    }

    protected override void End()
    {
        ProtectPaths();
        foreach (var (series, given) in _stored.Read(Context))
            Protect(series, given);
        foreach (var patient in Plan())
        {
            if (Validate || IsWhatIf)
                WriteObject(patient);
            else if (patient.Error is not null)
                Refuse(patient);
            else
                ProtectPatient(patient);
        }
        if (_planned.Count > 0)
            WriteObject(SeriesPlanner.Plan(_planned, PlanningOptions(out var isKeyKnown), isKeyKnown, Context), enumerateCollection: true);
        foreach (var result in _run?.Complete() ?? [])
            WriteObject(result);
        WriteSummary(_run?.Summary ?? RunSummary.Empty);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _run?.Dispose();
        base.Dispose(disposing);
    }

    // Paths that overlap are one input, so that all have to be known; with a value for each, each is one patient's.
    private void AddPaths(IReadOnlyList<string> paths)
    {
        if (!HasScripts)
        {
            _paths.AddRange(paths);
            return;
        }
        foreach (var path in paths)
        {
            if (GivenFor(GivenPath.ItemOf(path)) is { } given)
                AddFolder(path, given);
        }
    }

    private void ProtectPatient(PlannedPatient patient) => ProtectAll(patient.ReadSeries(Context), patient.Given);

    private void ProtectPaths()
    {
        if (_paths.Count == 0)
            return;
        var failed = FailedCount;
        var found = SeriesIndex.Read(_paths, Context);
        ProtectAll(found, Given);
        if (found.Count == 0 && FailedCount == failed)
            WriteError(ErrorRecords.Create(FileErrors.NothingFound()));
    }

    private void ProtectAll(IReadOnlyList<DicomSeries> found, GivenIdentity given)
    {
        if (!Validate && !IsWhatIf)
            (_run ??= new ProtectionRun(Options(), Context)).Expect(found);
        foreach (var series in found)
            Protect(series, given);
    }

    private void Protect(DicomSeries series, GivenIdentity given)
    {
        _seriesNumber++;
        if (Validate)
            _planned.Add((series, given));
        if (Validate || !MayWrite($"Series {_seriesNumber}: {series.InstanceCount} files"))
            return;
        _run ??= new ProtectionRun(Options(), Context);
        WriteObject(_run.Add(series, given), enumerateCollection: true);
    }
}
