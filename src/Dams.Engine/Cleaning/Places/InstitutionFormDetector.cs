using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Names;

namespace Dams.Cleaning.Places;

/// <summary>
/// Finds known institutions that are called by a part of their names that is no distinct word: by a saint (St. Mary's), by the
/// letters that their words start with (SNUH), by a small or equivocal town beside a word of hospitals (Univ.-Klinik Essen), or by
/// what their script makes of them (市三院).
/// </summary>
internal sealed class InstitutionFormDetector : IDetector
{
    private const int ShortestInitials = 4, MostInitials = 8, ShortestSaint = 3;

    private readonly HashSet<string> _initials = new(StringComparer.Ordinal);
    private readonly HashSet<string> _saints = new(StringComparer.Ordinal);
    private readonly List<string[]> _towns = [];
    private readonly HashSet<string> _townStarts = new(StringComparer.Ordinal);
    private readonly KnownTexts _contractions = new();

    public InstitutionFormDetector(IEnumerable<string> institutions)
    {
        foreach (var institution in institutions)
        {
            foreach (var form in InstitutionContractions.Of(institution))
                _contractions.Add(form);
            var name = new TokenizedText(institution);
            LearnInitials(name);
            for (var i = 0; i < name.Tokens.Count; i++)
            {
                if (i + 1 < name.Tokens.Count && InstitutionDetector.IsSaint(name.Tokens[i].Folded) && name.Tokens[i + 1].Length >= ShortestSaint)
                    _saints.Add(WithoutGenitive(name.Keys[i + 1]));
                // Longer ones that are no other word are found by themselves.
                if (TownNames.LengthAt(name, i) is > 0 and var length)
                {
                    _towns.Add([.. name.Keys.Skip(i).Take(length)]);
                    _townStarts.Add(name.Keys[i]);
                }
            }
        }
    }

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        foreach (var finding in _contractions.Count > 0 && text.HasUnspacedScript ? _contractions.Find(text.Text).Where(finding => IsWhole(text.Text, finding)) : [])
            yield return finding with { Kind = FindingKind.Institution };
        if (_initials.Count + _saints.Count + _towns.Count == 0)
            yield break;
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var token = text.Tokens[i];
            if (token.IsNumber)
                continue;
            if (_initials.Contains(token.Folded) && IsInitials(text, token))
                yield return new Finding(token.Start, token.Length, FindingKind.Institution);
            if (i > 0 && _saints.Count > 0 && InstitutionDetector.IsSaint(text.Tokens[i - 1].Folded) && SaintAt(text, i) is > 0 and var end)
                yield return Between(text, i - 1, end);
            foreach (var town in _townStarts.Contains(text.Keys[i]) && text.IsCapitalized(i) ? _towns : [])
            {
                if (BesideWord(text, i, town) is { } beside)
                    yield return beside;
            }
        }
    }

    private void LearnInitials(TokenizedText name)
    {
        foreach (var words in new[] { name.Tokens, [.. name.Tokens.Where(token => !NameSeparators.IsParticle(token.Folded) && token.Folded is not ("OF" or "AND" or "FOR" or "THE" or "UND" or "FUR" or "ET" or "Y" or "E"))] })
        {
            var initials = string.Concat(words.Where(token => !token.IsNumber && token.Folded is not ("" or "S")).Select(token => token.Folded[0]));
            if (initials.Length is >= ShortestInitials and <= MostInitials && initials.All(letter => letter is >= 'A' and <= 'Z') && !Vocabulary.IsCommonWord(initials) && !DefinedTerms.Contains(initials))
                _initials.Add(initials);
        }
    }

    // Letters and numbers together are a code.
    private static bool IsInitials(TokenizedText text, Token token) => string.CompareOrdinal(text.Text, token.Start, token.Folded, 0, token.Length) == 0
        && (token.End == text.Text.Length || !char.IsDigit(text.Text[token.End])) && (token.Start == 0 || !char.IsDigit(text.Text[token.Start - 1]));

    /// <summary>The last token of the name of a known saint that starts at a token, with its genitive; zero for none.</summary>
    private int SaintAt(TokenizedText text, int index)
    {
        if (!_saints.Contains(WithoutGenitive(text.Keys[index])) || !text.IsCapitalized(index - 1) || !text.IsCapitalized(index) || text.Between(index - 1) is not (" " or ". " or "." or "-" or ".-"))
            return 0;
        return index + 1 < text.Tokens.Count && text.Tokens[index + 1].Folded == "S" && text.Between(index) is "'" or "’" ? index + 1 : index;
    }

    /// <summary>A town with the words of hospitals beside it; null where there are none, since other words may be called so.</summary>
    private static Finding? BesideWord(TokenizedText text, int index, string[] town)
    {
        var last = index + town.Length - 1;
        if (last >= text.Tokens.Count || !town.SequenceEqual(text.Keys.Skip(index).Take(town.Length)))
            return null;
        var first = index;
        var between = index > 0 && text.Tokens[index - 1].Folded is "DE" or "D" or "DI" or "DEL" or "IN" or "OF" or "ZU" ? index - 1 : index;
        while (between > 0 && InstitutionDetector.IsShortWord(text.Tokens[between - 1].Folded) && text.IsCapitalized(between - 1) && IsNear(text, between - 1))
            first = --between;
        while (last + 1 < text.Tokens.Count && InstitutionDetector.IsShortWord(text.Tokens[last + 1].Folded) && text.IsCapitalized(last + 1) && IsNear(text, last))
            last++;
        return first < index || last >= index + town.Length ? Between(text, first, last) : null;
    }

    private static bool IsNear(TokenizedText text, int index) => text.Between(index) is " " or "-" or ".-" or ". " or "." or "'" or "’";

    private static Finding Between(TokenizedText text, int first, int last) =>
        new(text.Tokens[first].Start, text.Tokens[last].End - text.Tokens[first].Start, FindingKind.Institution);

    // Saint Marys, St. Mary's, Sankt Josefs.
    private static string WithoutGenitive(string key) => key.Length > ShortestSaint + 1 && key[key.Length - 1] == 'S' ? key.Substring(0, key.Length - 1) : key;

    // In Korean a word goes on with other syllables than a particle: 서울대공원 is a park.
    private static bool IsWhole(string text, Finding finding)
    {
        if (!KoreanWords.IsHangul(text[finding.Start]))
            return true;
        if (finding.Start > 0 && KoreanWords.IsHangul(text[finding.Start - 1]))
            return false;
        var rest = text.Substring(finding.End, HangulRuns.EndOfRun(text, finding.End) - finding.End);
        return KoreanWords.IsParticleOfPlace(rest) || KoreanWords.IsDepartment(rest) || rest.StartsWith("병원", StringComparison.Ordinal);
    }
}
