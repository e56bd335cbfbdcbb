using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Patterns;

/// <summary>Many words as alternatives of a regular expression.</summary>
internal static class Alternatives
{
    /// <summary>
    /// The words, the longest first, and those that start alike together, so that the others need not be tried.
    /// </summary>
    /// <param name="words">Escaped as regular expressions want it; each starts with a character that stands for itself.</param>
    public static string Of(IEnumerable<string> words) => string.Join("|", words.Distinct().OrderByDescending(word => word.Length)
        .GroupBy(FirstOf).Select(group => group.Count() == 1 ? group.Single() : $"{group.Key}(?:{string.Join("|", group.Select(word => word.Substring(group.Key.Length)))})"));

    private static string FirstOf(string word) => word.Substring(0, word[0] == '\\' ? 2 : 1);
}
