using System;
using Dams.Dicom.Dictionary;

namespace Dams.Dicom.Reading;

/// <summary>
/// Attributes at the root of an instance, as text without padding; empty where there is no value.
/// </summary>
internal sealed class InstanceFacts
{
    private static readonly TagIndex Slots = IndexOf(
        KnownTag.SOPClassUID, KnownTag.SOPInstanceUID, KnownTag.StudyInstanceUID, KnownTag.SeriesInstanceUID,
        KnownTag.FrameOfReferenceUID, KnownTag.PatientID, KnownTag.IssuerOfPatientID, KnownTag.PatientName,
        KnownTag.PatientBirthDate, KnownTag.PatientSex, KnownTag.Modality, KnownTag.StudyDate, KnownTag.StudyDescription,
        KnownTag.SeriesDescription, KnownTag.SeriesNumber, KnownTag.InstanceNumber, KnownTag.SliceThickness,
        KnownTag.AcquisitionDate, KnownTag.AcquisitionDateTime, KnownTag.SeriesDate, KnownTag.ContentDate,
        KnownTag.PatientIdentityRemoved);

    private static readonly Tag[] CTDateSources =
    [
        KnownTag.AcquisitionDate, KnownTag.AcquisitionDateTime, KnownTag.SeriesDate, KnownTag.ContentDate,
        KnownTag.StudyDate,
    ];

    private InstanceFacts(string?[] texts)
    {
        SOPClassUID = First(texts, KnownTag.SOPClassUID);
        SOPInstanceUID = First(texts, KnownTag.SOPInstanceUID);
        StudyInstanceUID = First(texts, KnownTag.StudyInstanceUID);
        SeriesInstanceUID = First(texts, KnownTag.SeriesInstanceUID);
        FrameOfReferenceUID = First(texts, KnownTag.FrameOfReferenceUID);
        PatientID = Text(texts, KnownTag.PatientID);
        IssuerOfPatientID = Text(texts, KnownTag.IssuerOfPatientID);
        PatientName = Text(texts, KnownTag.PatientName);
        PatientBirthDate = Text(texts, KnownTag.PatientBirthDate);
        PatientSex = Text(texts, KnownTag.PatientSex);
        Modality = First(texts, KnownTag.Modality);
        StudyDate = Text(texts, KnownTag.StudyDate);
        StudyDescription = Text(texts, KnownTag.StudyDescription);
        SeriesDescription = Text(texts, KnownTag.SeriesDescription);
        SeriesNumber = First(texts, KnownTag.SeriesNumber);
        InstanceNumber = First(texts, KnownTag.InstanceNumber);
        SliceThickness = First(texts, KnownTag.SliceThickness);
        IsIdentityRemoved = Text(texts, KnownTag.PatientIdentityRemoved) == "YES";
        CTDate = FindCTDate(texts);
    }

    public string SOPClassUID { get; }

    public string SOPInstanceUID { get; }

    public string StudyInstanceUID { get; }

    public string SeriesInstanceUID { get; }

    public string FrameOfReferenceUID { get; }

    public string PatientID { get; }

    public string IssuerOfPatientID { get; }

    public string PatientName { get; }

    public string PatientBirthDate { get; }

    public string PatientSex { get; }

    public string Modality { get; }

    public string StudyDate { get; }

    public string StudyDescription { get; }

    public string SeriesDescription { get; }

    public string SeriesNumber { get; }

    public string InstanceNumber { get; }

    public string SliceThickness { get; }

    /// <summary>Whether it says that it was de-identified.</summary>
    public bool IsIdentityRemoved { get; }

    /// <summary>
    /// The day of the examination as YYYYMMDD: AcquisitionDate, else the date of AcquisitionDateTime, else SeriesDate,
    /// ContentDate, StudyDate; the first that is a date.
    /// </summary>
    public string CTDate { get; }

    public static InstanceFacts Read(DicomFile file) => new(ReadSlots(file));

    private static string?[] ReadSlots(DicomFile file)
    {
        var texts = new string?[Slots.Tags.Count];
        for (var i = 0; i < file.Dataset.Count; i = file.Dataset[i].Next)
        {
            file.Source.Cancellation.ThrowIfCancellationRequested();
            var slot = Slots.Find(file.Dataset[i].Tag);
            if (slot >= 0)
                texts[slot] ??= file.Values.Text(file.Dataset, i);
        }
        return texts;
    }

    private static string Text(string?[] texts, Tag tag) => texts[Slots.Find(tag)] ?? "";

    private static string First(string?[] texts, Tag tag)
    {
        var text = Text(texts, tag);
        var separator = text.IndexOf('\\');
        return separator < 0 ? text : text.Substring(0, separator).Trim();
    }

    private static string FindCTDate(string?[] texts)
    {
        foreach (var tag in CTDateSources)
        {
            if (DicomDate.TryParse(First(texts, tag), out var date))
                return DicomDate.Format(date);
        }
        return "";
    }

    private static TagIndex IndexOf(params Tag[] tags)
    {
        var values = Array.ConvertAll(tags, tag => tag.Value);
        Array.Sort(values);
        return new TagIndex(values);
    }
}
