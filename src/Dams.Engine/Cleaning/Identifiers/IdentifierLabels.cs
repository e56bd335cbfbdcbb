using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Languages;
using Dams.Cleaning.Patterns;
using Dams.Core;

namespace Dams.Cleaning.Identifiers;

/// <summary>The words that announce a number of somebody, by kind: strong, weak, those of a record (weak ones that no technical term has), those of a device, any that name what they stand beside, and those of a person.</summary>
internal static class IdentifierLabels
{
    /// <summary>The labels of some kinds as alternatives of a pattern, the longest first; a space in a label may be missing or a hyphen.</summary>
    /// <param name="isProse">Whether the labels of the languages count, which in technical terms may mean something else.</param>
    public static string PatternOf(bool isProse, params string[] kinds) => Alternatives.Of(EmbeddedText.Words("identifier-labels.txt", kinds)
        .Concat(isProse ? LanguageData.Words("numbers", kinds) : []).Select(label => Regex.Escape(label.ToLowerInvariant()).Replace("\\ ", "[ -]?")));
}
