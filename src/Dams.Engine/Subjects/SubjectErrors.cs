using System;
using static Dams.Core.ErrorFactory;

namespace Dams;

/// <summary>What is wrong with keys, subjects and subject maps.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
public static class SubjectErrors
{
    internal static DamsException InvalidSubjectID() => File(
        nameof(InvalidSubjectID),
        "The subject id cannot name a folder.",
        "Use at most 64 letters, digits, dots, hyphens and underscores, a letter or digit first and last.");

    internal static DamsException InvalidPatientName(int maximum) => File(
        nameof(InvalidPatientName),
        "The new PatientName cannot be written.",
        $"Use at most {maximum} characters, no backslash and no line break.");

    /// <summary>A birth date is none.</summary>
    public static DamsException InvalidBirthDate() => File(
        nameof(InvalidBirthDate),
        "The new PatientBirthDate is no date.",
        "Write it as YYYYMMDD or YYYY-MM-DD.");

    internal static DamsException NameTooLong(int maximum) => File(
        nameof(NameTooLong),
        $"The new PatientName has more than {maximum} characters.",
        "Choose a shorter -PatientNameFormat or -SubjectPrefix.");

    internal static DamsException UnknownPlace(string place) => Configuration(
        nameof(UnknownPlace),
        $"The format of the patient's name has no place {{{place}}}.",
        "Use {Subject} and {CTDate}.");

    internal static DamsException NoHome() => Configuration(
        nameof(NoHome),
        "The account has no folder for application data, so there is no place for its own key.",
        "Give a key with -KeyPath; New-ProtectionKey makes one.");

    internal static DamsException UnreadableKey(string path, Exception inner) => Configuration(
        nameof(UnreadableKey),
        $"The key {path} cannot be read: {Reason(inner)}.",
        "Check the path and that this account may read it; New-ProtectionKey makes a new one.",
        inner);

    internal static DamsException MalformedKey(string path, long length, int expected) => Configuration(
        nameof(MalformedKey),
        $"The file {path}, of {length} bytes, is no key: a key has {expected} random bytes.",
        "Give the file that New-ProtectionKey made.");

    internal static DamsException KeyExists(string path) => Configuration(
        nameof(KeyExists),
        $"There is a file at {path} already.",
        "Choose another path; -Force replaces the key, and then nothing new matches what was protected with the old one.");

    internal static DamsException UnwritableKey(string path, Exception inner) => Configuration(
        nameof(UnwritableKey),
        $"The key cannot be written to {path}: {Reason(inner)}.",
        "Choose a folder that this account may write to.",
        inner);

    internal static DamsException SubjectMapBeside(string cause, string path) => Configuration(
        nameof(SubjectMapBeside),
        $"{cause} The lines that it lacks are in {path}, for this account alone.",
        "Close what holds the map open, then run again with -Resume, which adds them, and remove that file.");

    internal static DamsException UnreadableSubjectMap(string path, Exception inner) => Configuration(
        nameof(UnreadableSubjectMap),
        $"The subject map {path} cannot be read: {Reason(inner)}.",
        "Check the path and that this account may read it.",
        inner);

    internal static DamsException MalformedSubjectMap() => Configuration(
        nameof(MalformedSubjectMap),
        "The subject map is not UTF-8 or lacks a column.",
        "Its first line names the columns subj and MRN, and CT_date if it has it; save it as CSV UTF-8.");

    internal static DamsException LineOfTwoPatients() => File(
        nameof(LineOfTwoPatients),
        "A line of the subject map fits two patients, whose PatientIDs differ by zeros in front.",
        "Write each of them into the map as the images have it, in a column of text.");

    internal static DamsException UnwritableSubjectMap(string path, Exception inner) => Configuration(
        nameof(UnwritableSubjectMap),
        $"The subject map cannot be written to {path}: {Reason(inner)}.",
        "Close what holds it open, or choose a folder that this account may write to.",
        inner);
}
