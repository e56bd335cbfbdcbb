using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;
using Dams.Cleaning.Names;

namespace Dams.Cleaning.Places;

/// <summary>
/// Finds the towns that a language's table lists. A town whose name is another word too, and one of another country, is found
/// where a preposition announces it; none is behind what is named after towns: Milan criteria.
/// </summary>
internal sealed class ListedTownDetector : IDetector
{
    private const int LongestTown = 6, LongestNamed = 5;

    private static readonly Lazy<Dictionary<string, Towns>> ByLanguage = new(() => LanguageData.Languages
        .Select(language => (language, towns: new Towns(language))).Where(pair => pair.towns.Longest.Count > 0)
        .ToDictionary(pair => pair.language, pair => pair.towns, StringComparer.Ordinal));

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        if (!ByLanguage.Value.TryGetValue(text.Language, out var towns))
            yield break;
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (!char.IsUpper(text.Text[text.Tokens[i].Start]))
                continue;
            var length = towns.Longest.TryGetValue(text.Tokens[i].Folded, out var longest) ? LengthAt(text, i, longest, towns) : 0;
            if (length == 0)
                length = LengthOfForeign(text, i);
            if (length == 0 || IsNamed(text, i, towns))
                continue;
            var first = IsBehindCode(text, i) ? i - 1 : i;
            yield return new Finding(text.Tokens[first].Start, text.Tokens[i + length - 1].End - text.Tokens[first].Start, FindingKind.PostalAddress);
            i += length - 1;
        }
    }

    /// <summary>Number of tokens of the longest town that starts at a place; zero where none does.</summary>
    private static int LengthAt(TokenizedText text, int index, int longest, Towns towns)
    {
        for (var length = Math.Min(Math.Min(longest, LongestTown), text.Tokens.Count - index); length > 0; length--)
        {
            if (!IsJoined(text, index, length))
                continue;
            var name = text.Words(index, length);
            if (towns.Sure.Contains(name) ? length > 1 || IsTitleCase(text, index) : towns.Weak.Contains(name) && IsTitleCase(text, index) && IsTold(text, index, index + length - 1))
                return length;
        }
        return 0;
    }

    /// <summary>Number of tokens of a town of another country, which counts only where what stands around tells of one; zero for none.</summary>
    private static int LengthOfForeign(TokenizedText text, int index)
    {
        var length = TownNames.LengthAt(text, index);
        return length > 0 && IsTitleCase(text, index) && !Vocabulary.IsEponym(text.Tokens[index].Folded) && IsTold(text, index, index + length - 1) ? length : 0;
    }

    /// <summary>Whether what stands around tells that a word is a town: a preposition, words that lead to places, a postal code, or the end of an address.</summary>
    private static bool IsTold(TokenizedText text, int first, int last) =>
        PlaceWords.IsBehindPreposition(text, first) || PlaceWords.IsBehindLead(text, first) || IsBehindCode(text, first) || EndsAddress(text, first, last);

    private static bool IsBehindCode(TokenizedText text, int index) =>
        index > 0 && text.Between(index - 1) == " " && text.Tokens[index - 1] is { IsNumber: true, Length: 4 or 5 };

    /// <summary>Whether a town stands after a comma as the last of its line, behind a number or a name.</summary>
    private static bool EndsAddress(TokenizedText text, int first, int last)
    {
        if (first == 0 || text.Between(first - 1) != ", " || (!text.Tokens[first - 1].IsNumber && !text.IsCapitalized(first - 1) && text.Tokens[first - 1].Folded is not ("SNC" or "N")))
            return false;
        var end = text.Tokens[last].End;
        while (end < text.Text.Length && text.Text[end] is '.' or ' ' or ')' or '\r')
            end++;
        return end == text.Text.Length || text.Text[end] == '\n';
    }

    private static bool IsJoined(TokenizedText text, int index, int length)
    {
        for (var i = index; i < index + length - 1; i++)
        {
            if (text.Between(i) is not (" " or "-" or "'" or "’"))
                return false;
        }
        return true;
    }

    private static bool IsTitleCase(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return token.Length > 1 && char.IsLower(text.Text[token.Start + 1]);
    }

    /// <summary>Whether the words before a town are what is called after one.</summary>
    private static bool IsNamed(TokenizedText text, int index, Towns towns)
    {
        for (var length = 1; length <= LongestNamed && length <= index; length++)
        {
            if (towns.Named.Contains(text.Words(index - length, length)))
                return true;
        }
        return false;
    }

    private sealed class Towns
    {
        public Towns(string language)
        {
            Sure = Of(language, "towns", "town");
            // Where a list of common words has the name, too, the name alone tells nothing.
            Weak = Of(language, "towns", "weak");
            foreach (var name in Sure.Where(name => Vocabulary.IsCommonWord(name) || Vocabulary.IsEponym(name)).ToArray())
            {
                Sure.Remove(name);
                Weak.Add(name);
            }
            Named = Of(language, "places", "named");
            Longest = Sure.Concat(Weak).Select(name => name.Split(' ')).GroupBy(words => words[0])
                .ToDictionary(group => group.Key, group => group.Max(words => words.Length), StringComparer.Ordinal);
        }

        public HashSet<string> Sure { get; }

        public HashSet<string> Weak { get; }

        public HashSet<string> Named { get; }

        /// <summary>Of the words that towns start with, the most words of such a town.</summary>
        public Dictionary<string, int> Longest { get; }

        private static HashSet<string> Of(string language, string table, string kind) => new(
            LanguageData.WordsIn(language, table, kind).Select(TokenizedText.Fold), StringComparer.Ordinal);
    }
}
