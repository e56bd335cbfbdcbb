using static Dams.Core.ErrorFactory;

namespace Dams.Identities;

/// <summary>What is wrong with who a patient is or becomes.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
internal static class IdentityErrors
{
    public static DamsException GivenValueIsPatients(Tag tag) => File(
        nameof(GivenValueIsPatients),
        $"The new value that was given for {tag} is the patient's own, or that of another patient.",
        "Give a pseudonym, or give none and let Dams derive it; in a list, look whether a column was sorted by itself.");

    public static DamsException SeveralPatients() => File(
        nameof(SeveralPatients),
        "One new identity was given, but the files are of several patients.",
        "Give each patient's folder with an identity of its own.");

    public static DamsException UnreadableBirthDate() => File(
        nameof(UnreadableBirthDate),
        "The new birth date is no day.",
        "Write it as YYYY-MM-DD.");

    public static DamsException AmbiguousBirthDate() => File(
        nameof(AmbiguousBirthDate),
        "The new birth date is one of two days: the month may come first or the day.",
        "Write it as YYYY-MM-DD.");

    public static DamsException AmbiguousSubjectMap() => Configuration(
        nameof(AmbiguousSubjectMap),
        "The subject map gives one MRN two subjects.",
        "Take out the line that is not meant; where the MRN is of two issuers, give a map for each, or -SubjectID.");
}
