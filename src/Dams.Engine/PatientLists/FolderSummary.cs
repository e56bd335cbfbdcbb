using System.Collections.Generic;
using Dams.Dicom.Reading;
using Dams.Sources;
using Dams.Subjects;

namespace Dams.PatientLists;

/// <summary>What is known of all instances in a folder together. Its size grows with the series in it and not with the files.</summary>
internal sealed class FolderSummary
{
    private const int Several = 2;

    private readonly HashSet<(string Study, PatientIdentity Patient)> _patients = [];
    private readonly HashSet<PatientIdentity> _named = [];
    private readonly HashSet<SourceIdentity> _identities = [];
    private readonly HashSet<(string Study, string Series)> _series = [];

    /// <param name="path">The path of the folder or file, as the list names it.</param>
    public FolderSummary(string path) => Path = path;

    public string Path { get; }

    /// <summary>The patients of the instances of each study; two of them where there are more.</summary>
    public IReadOnlyCollection<(string Study, PatientIdentity Patient)> Patients => _patients;

    /// <summary>How the instances call the patient.</summary>
    public IReadOnlyCollection<SourceIdentity> Identities => _identities;

    public IReadOnlyCollection<(string Study, string Series)> Series => _series;

    public int InstanceCount { get; private set; }

    public int UnreadableCount { get; private set; }

    public long Length { get; private set; }

    /// <summary>Takes in folders in it that cannot be read.</summary>
    public void AddUnreadable(int count) => UnreadableCount += count;

    /// <summary>Takes in a file.</summary>
    public void Add(ScannedFile<InstanceFacts> scanned, bool ignoresIssuer)
    {
        if (scanned.Header is not { } facts)
        {
            UnreadableCount += scanned.Error!.Id is nameof(DicomErrors.NotDicom) or nameof(DicomErrors.DicomDirectory) ? 0 : 1;
            return;
        }
        InstanceCount++;
        Length += scanned.Length;
        _series.Add((facts.StudyInstanceUID, facts.SeriesInstanceUID));
        if (_named.Count >= Several)
            return;
        var patient = PatientIdentity.From(facts.PatientID, facts.IssuerOfPatientID, facts.StudyInstanceUID, ignoresIssuer);
        if (patient.HasPatientID)
            _named.Add(patient);
        _patients.Add((facts.StudyInstanceUID, patient));
        _identities.Add(new SourceIdentity(facts.PatientID, facts.PatientName, facts.IsIdentityRemoved));
    }
}
