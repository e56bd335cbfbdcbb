using System;
using Dams.Core;
using static Dams.Core.ErrorFactory;

namespace Dams;

/// <summary>What is wrong with files and folders.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
public static class FileErrors
{
    /// <summary>There is nothing at a path.</summary>
    public static DamsException NoSuchPath() => File(
        nameof(NoSuchPath),
        "There is nothing at this path.",
        "Check how it is written, and that this account may see it.");

    internal static DamsException UnreadableFolder(Exception inner) => File(
        nameof(UnreadableFolder),
        $"The folder cannot be read: {Reason(inner)}.",
        "Let this account list it, then run again.",
        inner);

    internal static DamsException UnreadableFile(Exception inner) => File(
        nameof(UnreadableFile),
        $"The file cannot be read: {Reason(inner)}.",
        "Let this account read it and close what holds it open, then run again.",
        inner);

    internal static DamsException UnreachableDestination() => new(
        nameof(UnreachableDestination),
        ErrorScope.File,
        "The destination is not there any more.",
        "Connect the share or the disk again, then run again with -Resume.")
    {
        RetryReason = RetryReason.Unreachable,
    };

    internal static DamsException LockHeld(string path, string owner) => Configuration(
        nameof(LockHeld),
        $"The lock {path} stayed with {owner}.",
        "Wait until that is done; if it is not at work any more, delete the lock.");

    internal static DamsException SourceChanged() => File(
        nameof(SourceChanged),
        "The file changed while it was read.",
        "Run again when nothing writes to it any more.");

    internal static DamsException UnwritableOutput(Exception inner) => File(
        nameof(UnwritableOutput),
        $"The output cannot be written: {Reason(inner)}.",
        "See that the destination has room, that this account may write to it and that nothing holds the file open, then run again.",
        inner);

    internal static DamsException OutputExists() => File(
        nameof(OutputExists),
        "An output of this name is there already.",
        "Run again with -Resume, which leaves what is finished and does the rest; choose an empty destination, or replace what is there with -Force.");

    /// <summary>The destination cannot be written to.</summary>
    public static DamsException UnwritableDestination(string path, Exception inner) => Configuration(
        nameof(UnwritableDestination),
        $"The destination {path} cannot be written to: {Reason(inner)}.",
        "See that it has room and that this account may write to it.",
        inner);

    internal static DamsException DestinationInsideSource() => Configuration(
        nameof(DestinationInsideSource),
        "The destination lies inside a source folder, so that the next run would take its output for input.",
        "Choose a destination beside the source.");

    /// <summary>The paths hold no DICOM instance.</summary>
    public static DamsException NothingFound() => Configuration(
        nameof(NothingFound),
        "No DICOM instance was found.",
        "Check the paths; the messages above name what was left out.");

    /// <summary>A list cannot be written.</summary>
    public static DamsException UnwritableList(string path, Exception inner) => Configuration(
        nameof(UnwritableList),
        $"The list cannot be written to {path}: {Reason(inner)}.",
        "Choose a folder that this account may write to.",
        inner);

    internal static DamsException AnotherFileThere(string path) => Configuration(
        nameof(AnotherFileThere),
        $"There is a file at {path} that is no such list, and it would be replaced.",
        "Choose another path, or move that file away.");

    internal static DamsException UnrestrictableFile() => Configuration(
        nameof(UnrestrictableFile),
        "Access to a private file or folder cannot be restricted to this account: it lacks the right to change permissions there "
        + "(WRITE_DAC, part of Full control), or the disk or share has none.",
        "Give this account Full control of that folder, or choose one on a disk of this machine. Where the folder above lets "
        + "nobody else in, set the environment variable DAMS_PRIVATE_BY_FOLDER to 1.");
}
