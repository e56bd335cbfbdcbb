using System.Collections.Generic;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Protect-DicomPatient: turns series of patients into series of subjects.</summary>
[Cmdlet(VerbsSecurity.Protect, "DicomPatient", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(ProtectedSeries), typeof(PlannedPatient))]
public sealed class ProtectDicomPatientCommand : ProtectionCommand
{
    private ProtectionRun? _run;
    private int _seriesNumber;

    protected override IReadOnlyDictionary<string, string> Replacements() => SeparateReplacements().Rules;

    protected override GivenIdentity ReadGiven() => SeparateReplacements().Given;

    // A value for PatientID or PatientName names one patient and is no rule for all.
    private (IReadOnlyDictionary<string, string> Rules, GivenIdentity Given) SeparateReplacements()
    {
        var (subjectID, patientName) = (SubjectID, PatientName);
        var rules = IdentityReplacements.Extract(base.Replacements(), ref subjectID, ref patientName);
        return (rules, new GivenIdentity(subjectID, patientName, PatientBirthDate));
    }

    protected override void Process()
    {
        if (ParameterSetName != InputSet)
            ProtectPaths(ResolvePaths());
        foreach (var given in InputObject)
        {
            if (given.BaseObject is DicomSeries series)
                Protect(series, Given);
            else if (GivenPath.Find(given) is { } path)
                ProtectPaths(Paths.Find([path], areLiteral: given.BaseObject is not string));
            else
                AddRow(given);
        }
    }

    protected override void End()
    {
        foreach (var patient in Plan())
        {
            if (Validate || IsWhatIf)
                WriteObject(patient);
            else if (patient.Error is not null)
                Refuse(patient);
            else
                ProtectPatient(patient);
        }
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

    private void ProtectPatient(PlannedPatient patient)
    {
        ProtectAll(patient.ReadSeries(Context), patient.Given);
    }

    private void ProtectPaths(IReadOnlyList<string> paths)
    {
        if (paths.Count == 0)
            return;
        var failed = FailedCount;
        var found = SeriesIndex.Read(paths, Context);
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
        if (Validate || !MayWrite($"Series {_seriesNumber}: {series.InstanceCount} files"))
            return;
        _run ??= new ProtectionRun(Options(), Context);
        WriteObject(_run.Add(series, given), enumerateCollection: true);
    }
}
