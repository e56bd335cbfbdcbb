using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Patterns;

namespace Dams.Cleaning.Names;

/// <summary>Finds the initials of known names, with dots, and without them behind a label: E.N., pt EN.</summary>
internal sealed class KnownInitials
{
    // What reports write so: views, routes, tomography, contrast, and words of Latin.
    private static readonly HashSet<string> Abbreviations = new(
        ["AP", "PA", "CT", "MR", "IV", "IM", "SC", "PO", "US", "VA", "DD", "ZN", "OB", "UA", "ZB", "DH", "EV", "ID", "RM", "RX", "TC", "LL", "DR", "NB", "CF", "VS", "OD", "OS"], StringComparer.Ordinal);

    // Of these the ones with which a line of a report may start.
    private static readonly HashSet<string> Views = new(["AP", "PA", "CT", "MR", "US", "RM", "RX", "TC", "LL", "ZN", "DD", "ZB", "NB"], StringComparer.Ordinal);

    private static readonly Lazy<PatternSet> Dotted = new(() => new PatternSet(
        RegexOptions.None, [@"(?<![\p{L}\p{N}.])(?:\p{Lu}\.[ -]?(?:\p{Ll}\.[ -]?)?){1,3}\p{Lu}(?:\.|(?![\p{L}\p{N}.]))"]));

    private readonly HashSet<string> _initials = new(StringComparer.Ordinal);

    /// <summary>Takes in a component group of PN.</summary>
    public void Learn(string group)
    {
        foreach (var name in Hangul.IsHangul(group.Replace("^", "")) ? [group.Replace("^", "")] : group.Any(Scripts.IsWithoutSpaces) ? [] : Spellings.InHangul(group))
            LearnSyllables(name);
        var components = group.Split('^').Take(3).Select(LettersOf).Where(letters => letters.Length > 0).ToArray();
        if (components.Length < 2)
            return;
        var given = string.Concat(components.Skip(1));
        foreach (var family in new[] { components[0], components[0].Substring(components[0].Length - 1), components[0].Substring(0, 1) }.Distinct())
        {
            foreach (var first in new[] { given, given.Substring(0, 1) }.Distinct())
            {
                _initials.Add(first + family);
                _initials.Add(family + first);
            }
        }
    }

    /// <summary>Takes in the first letters of the syllables of a name in Hangul: J.H.K. of 김지훈.</summary>
    private void LearnSyllables(string name)
    {
        var family = name.Length > 2 && Hangul.IsLongFamily(name.Substring(0, 2)) ? 2 : 1;
        if (name.Length - family < 2)
            return;
        foreach (var first in Hangul.Families(name.Substring(0, family)).Select(latin => latin.Substring(0, 1)).Distinct())
        {
            foreach (var given in Hangul.FirstLetters(name.Substring(family)))
            {
                _initials.Add(first + given);
                _initials.Add(given + first);
            }
        }
    }

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        if (_initials.Count == 0)
            yield break;
        foreach (var match in Dotted.Value.Find(text.Text).Of(0))
        {
            var letters = Folding.Fold(string.Concat(match.Value.Where(char.IsUpper)));
            if (_initials.Contains(letters) && (!Abbreviations.Contains(letters) || IsBehindLabel(text, match.Index) || DoesWhatPeopleDo(text, match.Index, match.Length)
                || StandsInBrackets(text.Text, match.Index, match.Length) || StartsLine(text, match.Index, match.Index + match.Length, letters) || EqualsNumber(text, match.Index + match.Length)))
                yield return new Finding(match.Index, match.Length, FindingKind.Name);
        }
        for (var i = 1; i < text.Tokens.Count; i++)
        {
            var token = text.Tokens[i];
            if (token.Length is 2 or 3 && !token.IsNumber && _initials.Contains(token.Folded) && char.IsUpper(text.Text[token.Start]) && char.IsUpper(text.Text[token.End - 1])
                && NameLabels.EndsBefore(text, i))
            {
                yield return new Finding(token.Start, token.Length, FindingKind.Name);
            }
        }
    }

    /// <summary>Whether a line starts with letters that are no view and no modality, or with any before an age.</summary>
    private static bool StartsLine(TokenizedText text, int start, int end, string letters)
    {
        const int mostDigits = 3;
        if ((start > 0 && text.Text[start - 1] is not ('\n' or '\r')) || end >= text.Text.Length || text.Text[end] != ' ')
            return false;
        var next = text.IndexOfToken(end);
        return next < text.Tokens.Count && (text.Tokens[next] is { IsNumber: true, Length: <= mostDigits } || !Views.Contains(letters));
    }

    private static bool IsBehindLabel(TokenizedText text, int start) =>
        text.IndexOfToken(start) is var index && index < text.Tokens.Count && text.Tokens[index].Start == start && NameLabels.EndsBefore(text, index);

    /// <summary>Whether a line starts with letters in brackets, as some write whom it is about.</summary>
    private static bool StandsInBrackets(string text, int start, int length) => start > 0 && text[start - 1] == '(' && (start == 1 || text[start - 2] is '\n' or '\r')
        && start + length < text.Length && text[start + length] == ')';

    /// <summary>Whether a sign of equality leads from letters to a long number, as who merges two files writes it: C.T. = Z4410977.</summary>
    private static bool EqualsNumber(TokenizedText text, int end)
    {
        const int fewestDigits = 5, mostTokens = 2;
        var next = text.IndexOfToken(end);
        if (next >= text.Tokens.Count || text.Text.Substring(end, text.Tokens[next].Start - end).Trim() != "=")
            return false;
        for (var i = next; i < text.Tokens.Count && i < next + mostTokens && (i == next || text.Between(i - 1) is "" or "-"); i++)
        {
            if (text.Tokens[i].IsNumber && text.Tokens[i].Length >= fewestDigits)
                return true;
        }
        return false;
    }

    /// <summary>Whether a sentence starts with letters before a verb of people: E.V. returned.</summary>
    private static bool DoesWhatPeopleDo(TokenizedText text, int start, int length) =>
        (start == 0 || text.Text[start - 1] is '\n' or '\r' || (start > 1 && text.Text[start - 1] == ' ' && text.Text[start - 2] == '.'))
        && text.IndexOfToken(start + length) is var next && next < text.Tokens.Count && NameContext.IsVerb(text, next)
        && text.Text.Substring(start + length, text.Tokens[next].Start - start - length) == " ";

    /// <summary>The first letters of the words that have a capital.</summary>
    private static string LettersOf(string component) => string.Concat(new TokenizedText(component).Tokens
        .Where(token => !token.IsNumber && char.IsUpper(component[token.Start])).Select(token => token.Folded.Substring(0, 1)));
}
