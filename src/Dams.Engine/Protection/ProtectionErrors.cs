using System;
using static Dams.Core.ErrorFactory;

namespace Dams.Protection;

/// <summary>What stops the protection of a file, in place above all.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
internal static class ProtectionErrors
{
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

    public static DamsException BackupWithoutInPlace() => Configuration(
        nameof(BackupWithoutInPlace),
        "A backup is for files that are replaced in place; a run to a destination leaves its sources as they are.",
        "Leave out the backup, or give in place instead of a destination.");

    public static DamsException OutputNameTaken() => File(
        nameof(OutputNameTaken),
        "Another file of this run, with other bytes, has the same output name.",
        "Protect it in a run of its own, to another destination.");

    public static DamsException PatientChanged() => File(
        nameof(PatientChanged),
        "The file is no longer of the patient of whom it was when the series was indexed.",
        "Run again when nothing writes to the source any more.");
}
