using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Deidentification.Cleaning;

/// <summary>
/// Finds names that nobody told of by what stands beside them: titles (Dr.), labels (Name:), kinship (daughter), degrees
/// behind (MD). A word that is clinical or everyday ends a name.
/// </summary>
internal sealed class LabelledNameDetector : IDetector
{
    private const int LongestName = 4;
    private const int LongestLabel = 3;

    private static readonly Lazy<ILookup<string, string>> Labels = new(() => EmbeddedText.Lines("name-labels.txt")
        .Select(line => line.Split([' '], 2)).Where(words => words[0] is not ("script" or "before"))
        .ToLookup(words => words[1], words => words[0], StringComparer.Ordinal));

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (text.Tokens[i].IsNumber)
                continue;
            for (var length = Math.Min(LongestLabel, text.Tokens.Count - i); length > 0; length--)
            {
                var label = string.Join(" ", text.Tokens.Skip(i).Take(length).Select(token => token.Folded));
                var kind = Labels.Value[label].FirstOrDefault();
                if (kind is null)
                    continue;
                foreach (var finding in kind == "behind" ? Before(text, i) : Behind(text, i + length, kind))
                    yield return finding;
                break;
            }
        }
    }

    /// <summary>The name behind a title or label.</summary>
    private static IEnumerable<Finding> Behind(TokenizedText text, int first, string kind)
    {
        if (first >= text.Tokens.Count || !Introduces(text.Between(first - 1), kind))
            yield break;
        // A label with a colon announces a name even in small letters; other words need a capital behind them.
        var needsCapital = kind != "title" || char.IsUpper(text.Text[text.Tokens[first - 1].Start]);
        for (var i = first; i < text.Tokens.Count && i < first + LongestName; i++)
        {
            if (i > first && !Joins(text.Between(i - 1)))
                yield break;
            if (!CanBeName(text, i, needsCapital))
                yield break;
            yield return new Finding(text.Tokens[i].Start, text.Tokens[i].Length, FindingKind.Name);
        }
    }

    /// <summary>The name before a degree: "Jane Doe, MD".</summary>
    private static IEnumerable<Finding> Before(TokenizedText text, int degree)
    {
        if (degree == 0 || char.IsLower(text.Text[text.Tokens[degree].Start]) || !text.Between(degree - 1).Contains(","))
            yield break;
        for (var i = degree - 1; i >= 0 && i > degree - 1 - LongestName; i--)
        {
            if (i < degree - 1 && !Joins(text.Between(i)))
                yield break;
            if (!CanBeName(text, i, needsCapital: true))
                yield break;
            yield return new Finding(text.Tokens[i].Start, text.Tokens[i].Length, FindingKind.Name);
        }
    }

    private static bool Introduces(string between, string kind)
    {
        var bare = between.Replace(" ", "").Replace("\t", "");
        return kind switch
        {
            "title" => bare is "" or "." or ".:" or ":" or "_" or "^",
            "kin" => bare is "" or "," or ":" && between.Length > 0,
            _ => bare.Length is 1 or 2 && bare.All(character => character is ':' or '=' or '-' or '.' or '_' or '^')
                && bare.Any(character => character is ':' or '=' or '^'),
        };
    }

    private static bool Joins(string between) => between.Trim() is "" or "." or "," or "-" or "'" or "’" or "^" or "_" or ".-" && between.Length <= 3;

    private static bool CanBeName(TokenizedText text, int index, bool needsCapital)
    {
        var token = text.Tokens[index];
        if (token.IsNumber || Scripts.IsWithoutSpaces(text.Text[token.Start]))
            return false;
        if (needsCapital && !text.IsCapitalized(index))
            return false;
        return token.Length == 1 || !Vocabulary.IsClinical(token.Folded);
    }
}
