using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace Dams.Cli.Output;

/// <summary>What events hold of results of the engine: docs/json-lines.md describes each property, docs/json-lines.schema.json checks them.</summary>
internal static class EventObjects
{
    public static JsonObject Of(DicomSeries series) => new()
    {
        ["patientID"] = series.PatientID,
        ["patientName"] = series.PatientName,
        ["patientBirthDate"] = series.PatientBirthDate,
        ["patientSex"] = series.PatientSex,
        ["ctDate"] = series.CTDate,
        ["studyInstanceUID"] = series.StudyInstanceUID,
        ["studyDate"] = series.StudyDate,
        ["studyDescription"] = series.StudyDescription,
        ["seriesInstanceUID"] = series.SeriesInstanceUID,
        ["seriesNumber"] = series.SeriesNumber,
        ["seriesDescription"] = series.SeriesDescription,
        ["modality"] = series.Modality,
        ["sopClassUID"] = series.SOPClassUID,
        ["frameOfReferenceUID"] = series.FrameOfReferenceUID,
        ["sliceThickness"] = series.SliceThickness,
        ["instanceCount"] = series.InstanceCount,
        ["length"] = series.Length,
        ["path"] = series.Path,
        ["files"] = List(series.Files),
    };

    /// <param name="hasMrn">Whether it says who the patient is.</param>
    public static JsonObject Of(ProtectedSeries series, bool hasMrn)
    {
        var content = new JsonObject
        {
            ["subject"] = series.Subject,
            ["seriesInstanceUID"] = series.SeriesInstanceUID,
            ["instanceCount"] = series.InstanceCount,
            ["failedCount"] = series.FailedCount,
            ["burnedInText"] = Word(series.BurnedInText),
            ["burnedInReasons"] = Words(series.BurnedInReasons),
            ["path"] = series.Path,
            ["files"] = List(series.Files),
        };
        // Somebody may have written a number of the patient into the modality.
        if (hasMrn)
        {
            content["modality"] = series.Modality;
            content["patientID"] = series.PatientID;
            content["ctDate"] = series.CTDate;
            content["sourceSeriesInstanceUID"] = series.SourceSeriesInstanceUID;
        }
        return content;
    }

    /// <param name="hasMrn">Whether it says who the patient is.</param>
    public static JsonObject Of(PatientResult patient, bool hasMrn)
    {
        var content = new JsonObject
        {
            ["entry"] = patient.Entry,
            ["rows"] = List(patient.Rows),
            ["subject"] = patient.Subject,
            ["seriesCount"] = patient.SeriesCount,
            ["instanceCount"] = patient.InstanceCount,
            ["segmentationCount"] = patient.SegmentationCount,
            ["linkedCount"] = patient.LinkedCount,
            ["xmlCount"] = patient.XmlCount,
            ["failedCount"] = patient.FailedCount,
            ["path"] = patient.Path,
            ["problem"] = patient.Problem.Length > 0 ? OptionWords.Of(patient.Problem) : null,
        };
        if (hasMrn)
            content["patientID"] = patient.PatientID;
        return content;
    }

    public static JsonObject Of(PlannedPatient patient) => new()
    {
        ["rows"] = List(patient.Rows),
        ["subject"] = patient.Subject,
        ["folders"] = patient.Rows.Count == 0 ? List(patient.Folders) : null,
        ["seriesCount"] = patient.SeriesCount,
        ["instanceCount"] = patient.InstanceCount,
        ["unreadableCount"] = patient.UnreadableCount,
        ["length"] = patient.Length,
        ["problemId"] = patient.Error?.Id,
        ["problem"] = patient.Problem.Length > 0 ? OptionWords.Of(patient.Problem) : null,
    };

    public static JsonObject Of(SegmentationReference reference) => new()
    {
        ["subject"] = reference.Subject,
        ["label"] = reference.Label,
        ["lesionNumber"] = reference.LesionNumber,
        ["seriesInstanceUID"] = reference.SeriesInstanceUID,
        ["sourceSeriesInstanceUID"] = reference.SourceSeriesInstanceUID,
        ["partnerSeriesInstanceUID"] = reference.PartnerSeriesInstanceUID,
        ["convention"] = reference.Convention is { } convention ? Word(convention) : null,
        ["problem"] = reference.Problem,
        ["path"] = reference.Path,
        ["files"] = List(reference.Files),
        ["sourcePath"] = reference.SourcePath,
        ["sourceFiles"] = List(reference.SourceFiles),
        ["partnerPath"] = reference.PartnerPath,
        ["partnerFiles"] = List(reference.PartnerFiles),
    };

    public static JsonObject Of(RepairedSeries series) => new()
    {
        ["sourcePath"] = series.SourcePath,
        ["path"] = series.Path,
        ["oldSeriesInstanceUID"] = series.OldSeriesInstanceUID,
        ["seriesInstanceUID"] = series.SeriesInstanceUID,
        ["seriesNumber"] = series.SeriesNumber,
        ["instanceCount"] = series.InstanceCount,
        ["files"] = List(series.Files),
    };

    public static JsonObject Of(LinkedSeries series) => new()
    {
        ["path"] = series.Path,
        ["seriesInstanceUID"] = series.SeriesInstanceUID,
        ["label"] = series.Label,
        ["lesionNumber"] = series.LesionNumber,
        ["sourceSeriesInstanceUID"] = series.SourceSeriesInstanceUID,
        ["partnerSeriesInstanceUID"] = series.PartnerSeriesInstanceUID,
        ["convention"] = Word(series.Convention),
        ["problem"] = series.Problem,
        ["instanceCount"] = series.InstanceCount,
        ["files"] = List(series.Files),
    };

    /// <param name="hasMrn">Whether it says where the patient's file is.</param>
    public static JsonObject Of(ProtectedXml file, bool hasMrn)
    {
        var content = new JsonObject { ["subject"] = file.Subject, ["path"] = file.Path, ["changeCount"] = file.ChangeCount };
        if (hasMrn)
            content["sourcePath"] = file.SourcePath;
        return content;
    }

    public static JsonObject Of(SubjectMapEntry entry) => new() { ["subj"] = entry.Subj, ["mrn"] = entry.MRN, ["ctDate"] = entry.CT_date };

    public static JsonObject Of(DicomElement element) => new()
    {
        ["file"] = element.File,
        ["tag"] = element.Tag,
        ["keyword"] = element.Keyword,
        ["vr"] = element.VR,
        ["length"] = element.Length,
        ["value"] = ValueOf(element.Value),
        ["elementPath"] = element.ElementPath,
    };

    public static JsonObject Of(IdentifierFinding finding) => new()
    {
        ["kind"] = Word(finding.Kind),
        ["elementPath"] = finding.ElementPath,
        ["file"] = finding.File,
        ["rule"] = finding.Rule,
    };

    public static JsonObject Of(AuditSummary summary) => new()
    {
        ["files"] = summary.Files,
        ["originals"] = summary.Originals,
        ["findings"] = new JsonObject(summary.Findings.Select(kind => KeyValuePair.Create(Word(kind.Key), (JsonNode?)kind.Value))),
    };

    public static JsonObject Of(RunProgress progress) => new()
    {
        ["phase"] = Word(progress.Phase).ToLowerInvariant(),
        ["filesDone"] = progress.FilesDone,
        ["filesKnown"] = progress.FilesKnown,
        ["bytesDone"] = progress.BytesDone,
        ["bytesKnown"] = progress.BytesKnown,
        ["patientsDone"] = progress.PatientsDone,
        ["patientsKnown"] = progress.PatientsKnown,
        ["bytesPerSecond"] = progress.BytesPerSecond,
        ["secondsLeft"] = progress.TimeLeft?.TotalSeconds,
    };

    public static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);

    public static JsonArray List(IEnumerable<int> numbers) => new([.. numbers.Select(number => (JsonNode?)number)]);

    // JSON has no number for infinity and none for what is no number.
    private static JsonNode? ValueOf(object? value) => value switch
    {
        null => null,
        string text => text,
        int number => number,
        long number => number,
        ulong number => number,
        double number when double.IsFinite(number) => number,
        object[] several => new JsonArray([.. several.Select(ValueOf)]),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static JsonArray Words(BurnedInReasons reasons) => List(
        Enum.GetValues<BurnedInReasons>().Where(reason => reason != BurnedInReasons.None && reasons.HasFlag(reason)).Select(reason => Word(reason)));

    /// <summary>A value of an enumeration as a word, as the cmdlets write it.</summary>
    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString();
}
