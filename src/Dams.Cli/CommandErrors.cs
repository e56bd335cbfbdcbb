using System;

namespace Dams.Cli;

/// <summary>What is wrong with what the command is given, reads and writes itself.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
internal static class CommandErrors
{
    /// <summary>Standard output cannot be written to.</summary>
    public static DamsException UnwritableStandardOutput(Exception inner) => DamsException.ForRun(
        nameof(UnwritableStandardOutput),
        $"Standard output cannot be written to: {DamsException.ReasonOf(inner)}.",
        "Lead it to where there is room, then run again; --resume leaves what was finished.",
        inner);

    /// <summary>A folder that has to be empty is not.</summary>
    public static DamsException FolderNotEmpty(string path) => DamsException.ForRun(
        nameof(FolderNotEmpty),
        $"The folder {path} is not empty.",
        "Give a folder that is new or empty.");

    /// <summary>Nobody agreed that files are replaced in place.</summary>
    public static DamsException InPlaceUnconfirmed() => DamsException.ForRun(
        nameof(InPlaceUnconfirmed),
        "Files are replaced in place only when somebody agrees; nothing was changed.",
        "Answer y, or give --force.");

    /// <summary>A patient list cannot be read.</summary>
    public static DamsException UnreadablePatientList(string path, Exception inner) => DamsException.ForRun(
        nameof(UnreadablePatientList),
        $"The patient list {path} cannot be read: {DamsException.ReasonOf(inner)}.",
        "Check the path, that this account may read it, and that no other program holds it.",
        inner);

    /// <summary>A patient list is not written as one.</summary>
    public static DamsException MalformedPatientList(string why) => DamsException.ForRun(
        nameof(MalformedPatientList),
        $"The patient list is {why}.",
        "Save it as an Excel workbook without a password, or as CSV UTF-8.");

    /// <summary>A workbook has no sheet of a name or number, or a list is no workbook.</summary>
    public static DamsException NoSuchSheet() => DamsException.ForRun(
        nameof(NoSuchSheet),
        "The patient list has no such sheet, or hides all that it has.",
        "Give the name of a sheet, or its number from 1 on, with --sheet.");

    /// <summary>Several sheets of a workbook are patient lists.</summary>
    public static DamsException SeveralSheets() => DamsException.ForRun(
        nameof(SeveralSheets),
        "Several sheets of the patient list name folders.",
        "Say which is meant with --sheet.");

    /// <summary>What is given as the result of a repair is none.</summary>
    public static DamsException UnreadableRepairedSeries(Exception? inner) => DamsException.ForRun(
        nameof(UnreadableRepairedSeries),
        $"What --repaired-series names cannot be read: {(inner is null ? "it is not what dams link --json writes" : DamsException.ReasonOf(inner))}.",
        "Lead the standard output of dams link --json into a file, and name that.",
        inner);

    /// <summary>A row has more cells than the list has titles.</summary>
    public static DamsException TooManyCells() => DamsException.ForFile(
        nameof(TooManyCells),
        "The row has more cells than the list has columns.",
        "Put a cell that holds the separator in double quotes.");
}
