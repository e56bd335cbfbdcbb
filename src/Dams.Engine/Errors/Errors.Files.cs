using System;

namespace Dams;

// What is wrong with files and folders.
internal static partial class Errors
{
    public static DamsException NoSuchPath() => File(
        nameof(NoSuchPath),
        "There is nothing at this path.",
        "Check how it is written, and that this account may see it.");

    public static DamsException NotFileSystem() => File(
        nameof(NotFileSystem),
        "The path is not one of the file system.",
        "Give files and folders.");

    public static DamsException UnusablePath(string parameter) => Configuration(
        nameof(UnusablePath),
        $"The path of -{parameter} is not one of the file system.",
        "Give a file or folder on a drive that there is.");

    public static DamsException UnreadableFolder(Exception inner) => File(
        nameof(UnreadableFolder),
        $"The folder cannot be read: {Reason(inner)}.",
        "Let this account list it, then run again.",
        inner);

    public static DamsException UnreadableFile(Exception inner) => File(
        nameof(UnreadableFile),
        $"The file cannot be read: {Reason(inner)}.",
        "Let this account read it and close what holds it open, then run again.",
        inner);

    public static DamsException UnreachableSource() => new(
        nameof(UnreachableSource),
        ErrorScope.File,
        "The folder that was to be protected is not there any more.",
        "Connect the share or the disk again, then run again with -Resume.")
    {
        Trouble = Trouble.Unreachable,
    };

    public static DamsException UnreachableDestination() => new(
        nameof(UnreachableDestination),
        ErrorScope.File,
        "The destination is not there any more.",
        "Connect the share or the disk again, then run again with -Resume.")
    {
        Trouble = Trouble.Unreachable,
    };

    public static DamsException LockHeld(string path, string owner) => Configuration(
        nameof(LockHeld),
        $"The lock {path} stayed with {owner}.",
        "Wait until that is done; if it is not at work any more, delete the lock.");

    public static DamsException FailureLogInDestination() => Configuration(
        nameof(FailureLogInDestination),
        "The failure log lies in the destination, but it says where the source is.",
        "Choose a place for it that is not shared.");

    public static DamsException UnwritableStandardOutput(Exception inner) => Configuration(
        nameof(UnwritableStandardOutput),
        $"Standard output cannot be written to: {Reason(inner)}.",
        "Lead it to where there is room, then run again; --resume leaves what was finished.",
        inner);

    public static DamsException TooFewOpenFiles(long most, int least) => Configuration(
        nameof(TooFewOpenFiles),
        $"This process may have {most} files open at a time and needs {least}, so nothing was begun.",
        "Raise the limit of the account: ulimit -n 1024 does it for a shell.");

    public static DamsException SourceChanged() => File(
        nameof(SourceChanged),
        "The file became shorter while it was read.",
        "Run again when nothing writes to it any more.");

    public static DamsException SourceWritten() => File(
        nameof(SourceWritten),
        "Something wrote to the file while it was protected in place.",
        "Run again when nothing writes to it any more; it is as that left it.");

    public static DamsException SourceIsLink() => File(
        nameof(SourceIsLink),
        "The file is a link, and what it leads to would stay as it is.",
        "Give the folder where the file itself is.");

    public static DamsException BackupTaken() => File(
        nameof(BackupTaken),
        "The backup holds another original at this file's place, so the file was left as it is.",
        "Choose a new folder for the backup.");

    public static DamsException UnwritableOriginal(Exception inner) => File(
        nameof(UnwritableOriginal),
        $"The original cannot be copied to the backup, so the file was left as it is: {Reason(inner)}.",
        "See that the backup has room and that this account may write to it, then run again.",
        inner);

    public static DamsException UnwritableBackup(string path, Exception inner) => Configuration(
        nameof(UnwritableBackup),
        $"The backup {path} cannot be written to: {Reason(inner)}.",
        "See that it has room and that this account may write to it.",
        inner);

    public static DamsException BackupMeetsSource() => Configuration(
        nameof(BackupMeetsSource),
        "The backup and a source folder lie in one another, so that a run would protect the originals that it keeps.",
        "Choose a backup outside what is protected.");

    public static DamsException InPlaceUnconfirmed() => Configuration(
        nameof(InPlaceUnconfirmed),
        "Files are replaced in place only when somebody agrees; nothing was changed.",
        "Answer y, or give --force.");

    public static DamsException BackupWithoutInPlace() => Configuration(
        nameof(BackupWithoutInPlace),
        "A backup is for files that are replaced in place; a run to a destination leaves its sources as they are.",
        "Leave out the backup, or give in place instead of a destination.");

    public static DamsException UnwritableOutput(Exception inner) => File(
        nameof(UnwritableOutput),
        $"The output cannot be written: {Reason(inner)}.",
        "See that the destination has room, that this account may write to it and that nothing holds the file open, then run again.",
        inner);

    public static DamsException UnreadableOutput(Trouble trouble) => new(
        nameof(UnreadableOutput),
        ErrorScope.File,
        "What was written did not read as what was to be written, so it was thrown away and the original left as it is.",
        "Have the file written anew by a converter such as dcmconv, then run again; report the kind of file if that does not help.")
    {
        Trouble = trouble,
    };

    public static DamsException OutputExists() => File(
        nameof(OutputExists),
        "An output of this name is there already.",
        "Choose an empty destination, or replace what is there with -Force.");

    public static DamsException OutputNameTaken() => File(
        nameof(OutputNameTaken),
        "Another file of this run, with other bytes, has the same output name.",
        "Protect it in a run of its own, to another destination.");

    public static DamsException UnwritableDestination(string path, Exception inner) => Configuration(
        nameof(UnwritableDestination),
        $"The destination {path} cannot be written to: {Reason(inner)}.",
        "See that it has room and that this account may write to it.",
        inner);

    public static DamsException DestinationInsideSource() => Configuration(
        nameof(DestinationInsideSource),
        "The destination lies inside a source folder, so that the next run would take its output for input.",
        "Choose a destination beside the source.");

    public static DamsException NoStagingFolder(string path, Exception inner) => Configuration(
        nameof(NoStagingFolder),
        $"No folder for segmentations on their way can be made in {path}: {Reason(inner)}.",
        "See that the folder of temporary files has room and that this account may write to it; TMPDIR or TEMP names it.",
        inner);

    public static DamsException NothingFound() => Configuration(
        nameof(NothingFound),
        "No DICOM instance was found.",
        "Check the paths; what was left out is told above.");

    public static DamsException FolderNotEmpty(string path) => Configuration(
        nameof(FolderNotEmpty),
        $"The folder {path} is not empty.",
        "Give a folder that is new or empty.");

    public static DamsException UnwritableList(string path, Exception inner) => Configuration(
        nameof(UnwritableList),
        $"The list cannot be written to {path}: {Reason(inner)}.",
        "Choose a folder that this account may write to.",
        inner);

    public static DamsException AnotherFileThere(string path) => Configuration(
        nameof(AnotherFileThere),
        $"There is a file at {path} that is no such list, and it would be replaced.",
        "Choose another path, or move that file away.");
}
