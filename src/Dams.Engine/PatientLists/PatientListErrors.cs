using Dams.PatientLists;
using static Dams.Core.ErrorFactory;

namespace Dams;

/// <summary>What is wrong with a patient list.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
public static class PatientListErrors
{
    private const string TypeAnew = "Format the column as text and type the id anew";

    /// <summary>A patient list has no rows.</summary>
    public static DamsException EmptyPatientList() => Configuration(
        nameof(EmptyPatientList),
        "The patient list has no rows.",
        "Its first row names the columns; each row below names a patient's folders.");

    internal static DamsException CellWithoutValue() => File(
        nameof(CellWithoutValue),
        "A cell of the row holds an error, or a formula whose value was not saved.",
        "Correct the formula, or put the value itself there, and save the list in the spreadsheet.");

    internal static DamsException LostCharacters() => File(
        nameof(LostCharacters),
        "A cell of the row holds characters that were lost when the list was read.",
        "Save the list as CSV UTF-8, or read it in the encoding that it has.");

    internal static DamsException UnreadableName() => File(
        nameof(UnreadableName),
        "The cell with the new name of the row holds a number or a date.",
        "Format the column as text and type the name anew.");

    internal static DamsException NoFolderColumn() => Configuration(
        nameof(NoFolderColumn),
        "The patient list has no column that names folders.",
        "Name it Patient_Dir_Paths; where other characters than commas separate the columns, give Import-Csv their -Delimiter.");

    internal static DamsException RowWithoutFolder() => File(
        nameof(RowWithoutFolder),
        "The row names no folder.",
        "Write the patient's folders into Patient_Dir_Paths, or take the row out.");

    internal static DamsException ColumnsDisagree(string expected) => File(
        nameof(ColumnsDisagree),
        $"Two columns of the row give {expected}, and they differ.",
        "Leave one of them.");

    internal static DamsException MalformedFolders() => File(
        nameof(MalformedFolders),
        "The folders of the row cannot be told apart.",
        "Write one path, several with ; or line breaks between them, or a Python list in which each backslash is doubled.");

    internal static DamsException UnreadableID() => File(
        nameof(UnreadableID),
        "The cell with the id of the row holds no id, but a date, a fraction, or a number that has lost digits.",
        $"{TypeAnew}.");

    internal static DamsException NumericID() => File(
        nameof(NumericID),
        "The id of the row is a number, so that zeros before it may be gone.",
        $"{TypeAnew}, or say with -IdWidth how many digits the ids have.");

    internal static DamsException LongerThanIdWidth(int width) => File(
        nameof(LongerThanIdWidth),
        $"The id of the row has more than the {width} digits of -IdWidth.",
        $"{TypeAnew}, or give the greatest number of digits that an id has.");

    internal static DamsException NoInstances() => File(
        nameof(NoInstances),
        "The folders hold no DICOM instance that can be read.",
        "Check the paths; Get-DicomSeries shows what is in a folder.");

    internal static DamsException SeriesNotInFolders() => File(
        nameof(SeriesNotInFolders),
        "The folders of the row do not hold the series that its SeriesInstanceUID names.",
        "Check the path and the UID; Get-DicomSeries shows what is in a folder.");

    internal static DamsException FolderOfSeveralPatients() => File(
        nameof(FolderOfSeveralPatients),
        "The folders hold instances of several patients.",
        "Give each patient a row or a folder of its own; if one PatientID stands with and without an issuer there, use -IgnoreIssuer.");

    internal static DamsException IDFitsNoFolder() => File(
        nameof(IDFitsNoFolder),
        "The MRN of the row is not the PatientID in its folders.",
        "Compare both; Get-DicomSeries shows what is in a folder.");

    internal static DamsException FolderOfTwoRows(RowLabel other) => File(
        nameof(FolderOfTwoRows),
        $"A folder of the patient is, holds or lies in a folder of {other.Inner}, which is of another patient.",
        "Give each patient folders of its own.");

    internal static DamsException RowsDisagree(RowLabel other) => File(
        nameof(RowsDisagree),
        $"{other} is of the same patient and gives other new values.",
        "Give a patient one set of new values, and repeat or leave out what is the same.");

    internal static DamsException SubjectOfTwoRows(RowLabel other) => File(
        nameof(SubjectOfTwoRows),
        $"{other} gives the same subject id to another patient.",
        "Give each patient a subject id of its own; upper and lower case do not tell two apart.");

    internal static DamsException RestOfPatient(RowLabel other) => File(
        nameof(RestOfPatient),
        $"{other} is of the same patient and cannot be used.",
        "Correct that; a patient is protected with all rows and folders or not at all.");
}
