using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Names;
using Dams.Core;

namespace Dams.Cleaning.Places;

/// <summary>Finds the names of institutions by the words that stand beside them: Pinecrest Hospital, Klinikum Nordheim.</summary>
internal sealed class InstitutionDetector : IDetector
{
    private const int LongestName = 4;
    private const int LongestWord = 3;

    private static readonly Lazy<ILookup<string, string>> Words = new(() => EmbeddedText.Lines("institution-words.txt")
        .Select(line => line.Split([' '], 2)).ToLookup(parts => parts[0], parts => Folding.Fold(parts[1]).Replace("'", " ")));

    private static readonly Lazy<Regex> Scripted = new(() => new Regex(
        $@"[\u3400-\u9FFF\u3040-\u30FF\uAC00-\uD7AF]{{2,12}}?({string.Join("|", EmbeddedText.Lines("institution-words.txt")
            .Where(line => line.StartsWith("script", StringComparison.Ordinal)).Select(line => Regex.Escape(line.Substring(7)))
            .OrderByDescending(word => word.Length))})",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(5)));

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        foreach (Match match in Scripted.Value.Matches(text.Text))
            yield return new Finding(match.Index, match.Length, FindingKind.Institution);
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            for (var length = Math.Min(LongestWord, text.Tokens.Count - i); length > 0; length--)
            {
                var word = string.Join(" ", text.Tokens.Skip(i).Take(length).Select(token => token.Folded));
                var (first, last) = Words.Value["behind"].Contains(word) ? NameBefore(text, i) : (0, -1);
                if (first > last && Words.Value["before"].Contains(word))
                    (first, last) = NameAfter(text, i + length);
                if (first > last)
                    continue;
                yield return new Finding(text.Tokens[first].Start, text.Tokens[last].End - text.Tokens[first].Start, FindingKind.Institution);
                break;
            }
        }
    }

    private static (int First, int Last) NameBefore(TokenizedText text, int word)
    {
        var first = word;
        while (first > 0 && word - first < LongestName && IsBeside(text, first - 1) && IsNamePart(text, first - 1))
            first--;
        return HasName(text, first, word - 1) ? (first, word - 1) : (0, -1);
    }

    private static (int First, int Last) NameAfter(TokenizedText text, int first)
    {
        var last = first - 1;
        while (last + 1 < text.Tokens.Count && last + 1 - first < LongestName && IsBeside(text, last) && IsNamePart(text, last + 1))
        {
            last++;
            // After the place the sentence goes on, and in some languages with a capital.
            if (text.Tokens[last].Length > 3 && !NameSeparators.IsParticle(text.Tokens[last].Folded))
                break;
        }
        return HasName(text, first, last) ? (first, last) : (0, -1);
    }

    private static bool HasName(TokenizedText text, int first, int last) => Enumerable.Range(first, Math.Max(0, last - first + 1))
        .Any(i => text.Tokens[i].Length > 3 && !Vocabulary.IsCommonWord(text.Tokens[i].Folded));

    private static bool IsNamePart(TokenizedText text, int index) =>
        !text.Tokens[index].IsNumber
        && ((text.IsCapitalized(index) && !IsEveryday(text.Tokens[index].Folded))
            || NameSeparators.IsParticle(text.Tokens[index].Folded) || text.Tokens[index].Folded is "BAD" or "SANTA" or "SAINT" or "S");

    private static bool IsEveryday(string folded) =>
        Vocabulary.IsCommonWord(folded) && !PlaceWords.EndsPlace(folded) && !PlaceWords.IsInstitutional(folded);

    private static bool IsBeside(TokenizedText text, int index) =>
        index + 1 < text.Tokens.Count && text.Between(index) is " " or "-" or ". " or "'" or "’" or "' ";
}
