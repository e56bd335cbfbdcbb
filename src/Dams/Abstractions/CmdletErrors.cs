namespace Dams.Commands;

/// <summary>What is wrong with what a cmdlet is given, before the engine sees it.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
internal static class CmdletErrors
{
    /// <summary>A path is not one of the file system.</summary>
    public static DamsException NotFileSystem() => DamsException.ForFile(
        nameof(NotFileSystem),
        "The path is not one of the file system.",
        "Give files and folders.");

    /// <summary>The path of a parameter is not one of the file system.</summary>
    public static DamsException UnusablePath(string parameter) => DamsException.ForRun(
        nameof(UnusablePath),
        $"The path of -{parameter} is not one of the file system.",
        "Give a file or folder on a drive that there is.");

    /// <summary>Neither a destination nor in place is given, or both are.</summary>
    public static DamsException DestinationOrInPlace() => DamsException.ForRun(
        nameof(DestinationOrInPlace),
        "Neither -Destination nor -InPlace was given, or both were.",
        "Give either -Destination or -InPlace.");

    /// <summary>No segmentation is given, or no source for it.</summary>
    public static DamsException NothingToLink() => DamsException.ForRun(
        nameof(NothingToLink),
        "No source was given for the segmentation.",
        "Give -Source, and -Discover with it to have the source found there, or -Convert.");

    /// <summary>An object holds no line of the subject map.</summary>
    public static DamsException NoSubjectMapEntry(int number) => DamsException.ForFile(
        nameof(NoSubjectMapEntry),
        $"Object {number} is no line of a subject map: it lacks a subject or an MRN.",
        "Give what Protect-DicomPatient or Import-SubjectMap gives, or rows with the columns subj and MRN.");

    /// <summary>An object gives a number for an MRN.</summary>
    public static DamsException NumericMRN(int number) => DamsException.ForFile(
        nameof(NumericMRN),
        $"The MRN of object {number} is a number, so that zeros before it may be gone.",
        "Format the column as text and type the id anew.");

    /// <summary>An object gives no day as the date of an examination.</summary>
    public static DamsException UnreadableCTDate(int number) => DamsException.ForFile(
        nameof(UnreadableCTDate),
        $"The CT_date of object {number} is no day, or one of two.",
        "Write it as YYYYMMDD or YYYY-MM-DD.");

    /// <summary>A script block makes no new value of an object.</summary>
    /// <param name="expected">The parameter whose script block it is.</param>
    public static DamsException NoValueFromScript(string expected) => DamsException.ForFile(
        nameof(NoValueFromScript),
        $"The script block of -{expected} gave no value, several, or an error.",
        "See what it gives for this object; $_ is a row, a series, or a file or folder as Get-ChildItem gives it.");
}
