using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Dams.Cleaning;
using Dams.Dicom.Reading;
using Dams.Files;
using Dams.Subjects;

namespace Dams.Sources;

/// <summary>Collects the files of a series while an index is built.</summary>
internal sealed class SeriesGroup
{
    private readonly InstanceFacts _facts;
    private readonly KnownValues _known;
    private readonly StudyPatients _patients;
    private readonly SourceFileList _sources = new();
    private IReadOnlyList<KnownValue>? _lastKnown;
    private bool _hasSeveralBirthDates;
    private string _folder = "";
    private string _ctDate = "";
    private long _length;

    /// <param name="facts">What the first instance says of itself.</param>
    /// <param name="known">What is known of the patient; grows with each of his files.</param>
    /// <param name="patients">Whose the studies are; grows with each file.</param>
    public SeriesGroup(InstanceFacts facts, KnownValues known, StudyPatients patients)
    {
        _facts = facts;
        _known = known;
        _patients = patients;
        _patients.Add(facts.StudyInstanceUID, facts.PatientID, facts.IssuerOfPatientID);
    }

    public void Add(InstanceHeader header)
    {
        var folder = Path.GetDirectoryName(header.File.Path)!;
        if (_sources.Count == 0)
            _folder = folder;
        _folder = CommonFolder.Find(_folder, folder);
        _sources.Add(header.File);
        _hasSeveralBirthDates |= header.Facts.PatientBirthDate.Length > 0 && _facts.PatientBirthDate.Length > 0
            && header.Facts.PatientBirthDate != _facts.PatientBirthDate;
        if (header.Known != _lastKnown)
            _known.Add(header.Known);
        _lastKnown = header.Known;
        _length += header.Length;
        var date = header.Facts.CTDate;
        if (date.Length > 0 && (_ctDate.Length == 0 || string.CompareOrdinal(date, _ctDate) < 0))
            _ctDate = date;
    }

    public DicomSeries ToSeries() => new()
    {
        PatientID = _facts.PatientID,
        IssuerOfPatientID = _facts.IssuerOfPatientID,
        IsIdentityRemoved = _facts.IsIdentityRemoved,
        PatientsOfStudy = _patients.Of(_facts.StudyInstanceUID),
        PatientName = _facts.PatientName,
        PatientBirthDate = _facts.PatientBirthDate,
        PatientSex = _facts.PatientSex,
        StudyInstanceUID = _facts.StudyInstanceUID,
        StudyDate = _facts.StudyDate,
        StudyDescription = _facts.StudyDescription,
        SeriesInstanceUID = _facts.SeriesInstanceUID,
        SeriesNumber = Integer(_facts.SeriesNumber),
        SeriesDescription = _facts.SeriesDescription,
        Modality = _facts.Modality,
        SOPClassUID = _facts.SOPClassUID,
        FrameOfReferenceUID = _facts.FrameOfReferenceUID,
        SliceThickness = Decimal(_facts.SliceThickness),
        Known = _known,
        CTDate = _ctDate,
        Length = _length,
        HasSeveralBirthDates = _hasSeveralBirthDates,
        Path = _folder,
        Sources = _sources,
    };

    private static int? Integer(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Decimal(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
