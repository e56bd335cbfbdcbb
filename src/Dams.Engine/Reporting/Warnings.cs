namespace Dams;

/// <summary>Makes every warning of Dams.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
public static class Warnings
{
    internal static RunWarning NoPatientID() => new(
        nameof(NoPatientID),
        "Instances without PatientID: each of their studies became a subject of its own. Give -SubjectID where you know better.");

    internal static RunWarning MixedIssuer(string subject) => new(
        nameof(MixedIssuer),
        $"One PatientID occurs with and without an issuer, {subject} among them, and became several subjects. "
        + "If your site has one issuer, run again with -IgnoreIssuer.");

    internal static RunWarning IssuersShareSubject(string subject) => new(
        nameof(IssuersShareSubject),
        $"{subject}: one PatientID occurs with several issuers, or with one and with none, and the subject map, which knows none, "
        + "makes it one subject. Check whether it is one person.");

    internal static RunWarning TwoBirthDates(string subject) => new(
        nameof(TwoBirthDates),
        $"{subject}: one PatientID occurs with two birth dates. Check whether it is one person.");

    internal static RunWarning OwnBirthDate(string subject) => new(
        nameof(OwnBirthDate),
        $"{subject}: the new birth date that was given is the patient's own and counts as not given. Give another, or leave it out.");

    internal static RunWarning NobodyInSubjectMap() => new(
        nameof(NobodyInSubjectMap),
        "No patient of the run is in the subject map, so all subjects are derived. Check that it is the map of these patients.");

    internal static RunWarning NotInSubjectMap(int count) => new(
        nameof(NotInSubjectMap),
        $"{(count == 1 ? "1 patient is" : $"{count} patients are")} not in the subject map and became derived subjects.");

    /// <summary>Rows of a list are hidden on its sheet.</summary>
    public static RunWarning HiddenRows(int count, string rows) => new(
        nameof(HiddenRows),
        $"{(count == 1 ? "1 row is" : $"{count} rows are")} hidden on the sheet, by a filter or by hand, and {(count == 1 ? "counts" : "count")} all the same: {rows}.");

    internal static RunWarning StudyOfTwoPatients(string one, string other) => new(
        nameof(StudyOfTwoPatients),
        $"{one} and {other}: instances of one study name two PatientIDs, or one and none, each a patient of its own. Check whether it is one person.");

    internal static RunWarning SameBytes(int count) => new(
        nameof(SameBytes),
        $"{Files(count)} the same bytes as another; one copy was written.");

    internal static RunWarning SharedInstanceUid(int count) => new(
        nameof(SharedInstanceUid),
        $"{Files(count)} the SOP Instance UID of another but other bytes; all were written. "
        + "If they are masks, Repair-SegmentationSeries gives them UIDs of their own.");

    internal static RunWarning BurnedInText(int count, string reasons) => new(
        nameof(BurnedInText),
        $"{(count == 1 ? "1 image" : $"{count} images")} may hold text that is burned in ({reasons}), and no rule accounts for all of "
        + $"{(count == 1 ? "it. Look at it" : "each. Look at them")} before {(count == 1 ? "it is" : "they are")} shared; the series are marked Suspected.");

    internal static RunWarning WhollyBlackedOut(int count) => new(
        nameof(WhollyBlackedOut),
        (count == 1 ? "1 image was" : $"{count} images were") + " blacked out as a whole, since all of it is text, as on a dose sheet. Leave such series out, or keep what they say as a structured report.");

    internal static RunWarning BrokenSignature(int count) => new(
        nameof(BrokenSignature),
        $"{Files(count)} a digital signature that stayed and no longer fits, since values that it may sign were changed. "
        + "Who verifies it will find the file altered: remove it with -Remove DigitalSignaturesSequence, or use a profile that does.");

    internal static RunWarning ShortenedText(int count, string attributes) => new(
        nameof(ShortenedText),
        $"{Files(count)} a text that was cleaned and for which its value representation has no room any more, so that it ends at an earlier word: {attributes}. "
        + "Look at the original where the end matters.");

    internal static RunWarning ProtectedBefore(int count) => new(
        nameof(ProtectedBefore),
        (count == 1 ? "1 file was" : $"{count} files were")
        + " protected in place with this key before and stayed as they are. To protect them otherwise, start from the originals.");

    internal static RunWarning TellingNames(int count) => new(
        nameof(TellingNames),
        (count == 1 ? "1 file keeps a name or a folder's name that holds" : $"{count} files keep names or folders' names that hold")
        + " a value of the patient. Rename them before they are shared.");

    internal static RunWarning KeyMade(string path) => new(
        nameof(KeyMade),
        $"A new key was made at {path}. Keep it, and a copy in a safe place: without it the same patients become other subjects.");

    /// <summary>The subject map gives one MRN several subjects.</summary>
    public static RunWarning AmbiguousSubjectMap() => new(
        nameof(AmbiguousSubjectMap),
        "The subject map gives one MRN two subjects now, so that it cannot be used as -SubjectMap. "
        + "Either one PatientID came from several issuers, or the key changed, or subjects were given that differ from those derived. "
        + "Take out the lines that are not meant; those of several issuers are all right, and such patients need a map for each issuer.");

    internal static RunWarning XmlRenamed(int count) => new(
        nameof(XmlRenamed),
        $"{(count == 1 ? "1 XML file was" : $"{count} XML files were")} renamed: the name held what identifies or a date.");

    internal static RunWarning NotDicom(int count) => new(
        nameof(NotDicom),
        count == 1 ? "1 file is not DICOM and was left out." : $"{count} files are not DICOM and were left out.");

    internal static RunWarning DicomDirectory(int count) => new(
        nameof(DicomDirectory),
        count == 1 ? "1 DICOMDIR was left out." : $"{count} DICOMDIR were left out.");

    internal static RunWarning LinkedFolders(int count) => new(
        nameof(LinkedFolders),
        (count == 1 ? "1 folder is a link and was" : $"{count} folders are links and were")
        + " not entered. Give the folders to which they lead where their images are wanted too.");

    internal static RunWarning NoSourceInPlane(string item, int count, int total) => new(
        nameof(NoSourceInPlane),
        $"{item}: {count} of {total} slices lie where the source has none; they refer to its series alone.");

    internal static RunWarning NoSourceForFrames(string item, int count, int total) => new(
        nameof(NoSourceForFrames),
        $"{item}: {count} of {total} frames lie where the source has no image and name none; they refer to its series alone.");

    internal static RunWarning OtherFrameOfReference(string item) => new(
        nameof(OtherFrameOfReference),
        $"{item} has another frame of reference than its source: by their places alone, nothing says that they belong together.");

    internal static RunWarning NamesOtherSource(string item) => new(
        nameof(NamesOtherSource),
        $"{item} names itself another source than the one that was given. Both stay in it; the one that was given counts.");

    internal static RunWarning LinkedInPart(string item, string remark) => new(
        nameof(LinkedInPart),
        $"{item} leads to its source, but the plan says: {remark.TrimEnd('.')}.");

    internal static RunWarning SeveralSegments(string item) => new(
        nameof(SeveralSegments),
        $"{item} holds several segments: they keep their own labels, and the lesion number is not written.");

    private static string Files(int count) => count == 1 ? "1 file has" : $"{count} files have";
}
