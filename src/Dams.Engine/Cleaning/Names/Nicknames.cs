using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>
/// The short and pet forms of given names: each line of a language's table is a name and its forms, and of long names the start
/// is a form too, unless it is a word.
/// </summary>
internal static class Nicknames
{
    private const int ShortestStart = 4, FewestLeftOut = 2;

    private static readonly Lazy<Dictionary<string, string[]>> Forms = new(Load);

    /// <summary>The forms of a given name, or of each of several.</summary>
    public static IEnumerable<string> Of(string given)
    {
        var whole = TokenizedText.Fold(given);
        return new[] { whole }.Concat(whole.Split(' ')).Distinct().SelectMany(name => (Forms.Value.TryGetValue(name, out var forms) ? forms : []).Concat(StartsOf(name)));
    }

    // Ludovica is Ludo.
    private static IEnumerable<string> StartsOf(string name) => name.Contains(' ') ? [] : Enumerable.Range(ShortestStart, Math.Max(0, name.Length - FewestLeftOut - ShortestStart + 1))
        .Select(length => name.Substring(0, length)).Where(start => !Vocabulary.IsCommonWord(start));

    private static Dictionary<string, string[]> Load()
    {
        var forms = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in LanguageData.Lines("nicknames"))
        {
            // A name with a space has a form that is no word of the line: the name is what all words but forms make.
            var words = $"{line.Kind} {line.Words}".Split(',');
            var (name, others) = words.Length > 1 ? (words[0], words[1].Split(' ')) : (line.Kind, line.Words.Split(' '));
            var key = TokenizedText.Fold(name);
            forms[key] = forms.TryGetValue(key, out var known) ? [.. known, .. others] : others;
        }
        return forms;
    }
}
