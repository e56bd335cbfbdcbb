using System;
using System.Collections.Generic;
using static Dams.Core.ErrorFactory;

namespace Dams.Profiles;

/// <summary>What is wrong with a profile.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
internal static class ProfileErrors
{
    public static DamsException UnknownProfile(string name, IEnumerable<string> known) => Configuration(
        nameof(UnknownProfile),
        $"There is no profile {name}.",
        $"Choose one of {string.Join(", ", known)}.");

    public static DamsException UnknownOption(IEnumerable<string> known) => Configuration(
        nameof(UnknownOption),
        "There is no such option of a profile.",
        $"Choose from {string.Join(", ", known)}.");

    public static DamsException InvalidReplacement(Tag tag, string why) => Configuration(
        nameof(InvalidReplacement),
        $"{tag}: {why}.",
        "Give a value that the attribute can hold, or remove the attribute.");

    public static DamsException ReplacedIdentity(Tag tag) => Configuration(
        nameof(ReplacedIdentity),
        $"{tag} gets the pseudonym and cannot be replaced by a rule for all patients.",
        "Give -SubjectID and -PatientName for one patient, a subject map for many.");

    public static DamsException OptionsOfEncode() => Configuration(
        nameof(OptionsOfEncode),
        "The profile Encode changes its six attributes and nothing else; it has no options.",
        "Leave out -Option, or start from Basic.");

    public static DamsException ContradictoryDates() => Configuration(
        nameof(ContradictoryDates),
        "Dates can stay as they are or be moved, not both.",
        "Choose RetainLongitudinalFullDates or RetainLongitudinalModifiedDates.");

    public static DamsException UnreadableRecipe(string path, Exception inner) => Configuration(
        nameof(UnreadableRecipe),
        $"The recipe {path} cannot be read: {Reason(inner)}.",
        "Check the path and that this account may read it.",
        inner);

    public static DamsException MalformedRecipe(int line, string what, string rule = "") => Configuration(
        nameof(MalformedRecipe),
        $"Line {line} of the recipe{(rule.Length > 0 ? ", " + rule : "")}: {what}.",
        "Correct the line; docs/recipe.schema.json says what a recipe may hold.");
}
