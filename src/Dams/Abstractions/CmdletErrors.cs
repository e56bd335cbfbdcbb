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

    /// <summary>The paths hold no XML file.</summary>
    public static DamsException NoXmlFound() => DamsException.ForRun(
        nameof(NoXmlFound),
        "No XML file of the kind sought was found.",
        "Check the paths.");

    /// <summary>An object holds no line of the subject map.</summary>
    public static DamsException NoSubjectMapEntry(int number) => DamsException.ForFile(
        nameof(NoSubjectMapEntry),
        $"Object {number} is no line of a subject map: it lacks a subject or an MRN.",
        "Give what Protect-DicomPatient or Import-SubjectMap gives, or rows with the columns subj and MRN.");
}
