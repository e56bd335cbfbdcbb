using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Reading;
using Dams.Sources;
using Dams.Subjects;

namespace Dams.PatientLists;

/// <summary>What is known of all instances in a folder together. Its size grows with the series in it and not with the files.</summary>
internal sealed class FolderSummary
{
    private readonly Dictionary<(string Study, string Series), SeriesSummary> _series = [];

    /// <param name="path">The path of the folder or file, as the list names it.</param>
    public FolderSummary(string path) => Path = path;

    public string Path { get; }

    public int UnreadableCount { get; private set; }

    /// <summary>The series in it.</summary>
    /// <param name="uid">The SeriesInstanceUID of the one that is meant; null for all.</param>
    public IEnumerable<SeriesSummary> Find(string? uid) => uid is null ? _series.Values : _series.Values.Where(series => series.Uid == uid);

    /// <summary>Number of folders in it that are links and were not entered.</summary>
    public int LinkCount { get; set; }

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
        var key = (facts.StudyInstanceUID, facts.SeriesInstanceUID);
        if (!_series.TryGetValue(key, out var series))
            _series.Add(key, series = new SeriesSummary(facts.StudyInstanceUID, facts.SeriesInstanceUID));
        series.Add(scanned, ignoresIssuer);
    }
}

/// <summary>What is known of the instances of a series in a folder.</summary>
internal sealed class SeriesSummary(string study, string uid)
{
    private const int Several = 2;

    private readonly HashSet<PatientIdentity> _patients = [];
    private readonly HashSet<SourceIdentity> _identities = [];

    public string Study { get; } = study;

    public string Uid { get; } = uid;

    /// <summary>The patients of the instances; two of them where there are more.</summary>
    public IReadOnlyCollection<PatientIdentity> Patients => _patients;

    /// <summary>How the instances call the patient.</summary>
    public IReadOnlyCollection<SourceIdentity> Identities => _identities;

    public int InstanceCount { get; private set; }

    public long Length { get; private set; }

    public void Add(ScannedFile<InstanceFacts> scanned, bool ignoresIssuer)
    {
        var facts = scanned.Header!;
        InstanceCount++;
        Length += scanned.Length;
        if (_patients.Count >= Several)
            return;
        _patients.Add(PatientIdentity.From(facts.PatientID, facts.IssuerOfPatientID, facts.StudyInstanceUID, ignoresIssuer));
        _identities.Add(new SourceIdentity(facts.PatientID, facts.PatientName, facts.PatientBirthDate, facts.IsIdentityRemoved));
    }
}
