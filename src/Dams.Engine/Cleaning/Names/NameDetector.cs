using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds names that are known, in any order, case and with any separators, with or without accents, whole or in part. A
/// word that is also a clinical one counts only beside another word of the same name, or after a title.
/// </summary>
internal sealed class NameDetector : IDetector
{
    private const int ShortestAlone = 3;
    private const int ShortestStem = 4;
    private const int ShortestGiven = 5;
    private const int ShortestBehindParticle = 5;
    private const int LongestParticle = 5;
    private const int LongestWord = 64;
    private const int MostPieces = 4;
    private const int MostLetters = 32;
    private const int ShortestWordBefore = 2, LongestWordBefore = 6;

    // By the letters that their words start with, and by their words.
    private readonly Dictionary<char, List<NameParts>> _byLetter = [];
    private readonly Dictionary<string, List<NameParts>> _byWord = new(StringComparer.Ordinal);
    private readonly HashSet<string> _nicknames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _joined = new(StringComparer.Ordinal);

    private readonly Beginnings _beginnings = new();
    private readonly HashSet<string> _stems = new(StringComparer.Ordinal);
    private readonly UnspacedNames _unspaced = new();
    private readonly KnownInitials _initials = new();
    private readonly HanReadings _readings = new();

    /// <param name="names">Person names as PN writes them.</param>
    public NameDetector(IEnumerable<string> names)
    {
        foreach (var group in names.SelectMany(name => name.Split('=')).Where(group => group.Length > 0))
        {
            _initials.Learn(group);
            if (group.Any(Scripts.IsWithoutSpaces))
            {
                _unspaced.Learn(group);
                LearnSpellings(group);
            }
            else if (NameParts.Parse(group) is { } parts)
            {
                Learn(parts);
                LearnNicknames(group);
                _unspaced.LearnSpellings(Spellings.InHangul(group));
                _readings.Learn(group);
            }
        }
    }

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        var names = FindNames(text).ToList();
        return names.Concat(_unspaced.FindInBrackets(text, names));
    }

    private IEnumerable<Finding> FindNames(TokenizedText text)
    {
        foreach (var finding in _unspaced.Find(text).Concat(_initials.Find(text)).Concat(_readings.Find(text)))
            yield return finding;
        for (var i = 0; i < text.Tokens.Count;)
        {
            var length = NameLengthAt(text, i);
            if (length > 0)
                yield return WithHyphens(text, i, i + length - 1);
            i += Math.Max(1, length);
        }
    }

    /// <summary>The finding with the other half of a double name, where no list knows it.</summary>
    private static Finding WithHyphens(TokenizedText text, int first, int last)
    {
        if (first > 0 && text.Between(first - 1) == "-" && IsUnknown(text, first - 1))
            first--;
        if (last + 1 < text.Tokens.Count && text.Between(last) == "-" && IsUnknown(text, last + 1))
            last++;
        return new Finding(text.Tokens[first].Start, text.Tokens[last].End - text.Tokens[first].Start, FindingKind.Name);
    }

    private static bool IsUnknown(TokenizedText text, int index) =>
        !text.Tokens[index].IsNumber && text.Tokens[index].Length > ShortestAlone && text.IsCapitalized(index)
        && !Vocabulary.IsCommonWord(text.Tokens[index].Folded);

    /// <summary>Takes in a name of another script as it may be written in Latin letters, in one word or several.</summary>
    private void LearnSpellings(string group)
    {
        var (families, givens) = Spellings.InLatin(group);
        foreach (var family in families)
        {
            if (NameParts.Parse($"{family}^{(givens.Count > 0 ? givens[0] : "")}") is { } parts)
                Learn(parts);
            foreach (var given in givens.Select(Spellings.Joined).Distinct())
            {
                LearnJoined(Folding.SpellingKey(family + given));
                LearnJoined(Folding.SpellingKey(given + family));
                if (given.Length >= ShortestGiven)
                    LearnJoined(Folding.SpellingKey(given));
            }
        }
    }

    /// <summary>Takes in a given name's short and pet forms with the family name.</summary>
    private void LearnNicknames(string group)
    {
        var components = group.Split('^');
        foreach (var nickname in components.Length < 2 ? [] : Nicknames.Of(components[1]))
        {
            if (NameParts.Parse($"{components[0]}^{nickname}") is not { } parts)
                continue;
            Learn(parts);
            foreach (var word in new TokenizedText(nickname).Tokens)
                _nicknames.Add(Folding.SpellingKey(word.Folded));
        }
    }

    private void Learn(NameParts parts)
    {
        foreach (var letter in parts.Words.Where(word => word.Length > 0).Select(word => word[0]).Distinct())
        {
            if (!_byLetter.TryGetValue(letter, out var names))
                _byLetter.Add(letter, names = []);
            names.Add(parts);
        }
        foreach (var word in parts.Words)
            _beginnings.Add(word);
        foreach (var word in parts.Words.Where(word => word.Length > 1).Distinct())
        {
            if (!_byWord.TryGetValue(word, out var names))
                _byWord.Add(word, names = []);
            names.Add(parts);
            if (word.Length > ShortestStem && Inflections.StemOf(word) is { } stem)
                _stems.Add(stem);
        }
        foreach (var form in parts.JoinedForms())
            LearnJoined(form);
    }

    // A key of a key may be another.
    private void LearnJoined(string key)
    {
        _joined.Add(key);
        _beginnings.Add(key);
    }

    /// <summary>Number of tokens from a place on that are one name; zero where none starts.</summary>
    private int NameLengthAt(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        if (token.IsNumber)
            return 0;
        var key = text.Keys[index];
        if (key.Length == 0)
            return 0;
        if (!_beginnings.Contains(key[0]))
            return (IsUncommon(token.Folded) && IsBehindParticle(token.Folded)) || IsBehindWord(text.Text, token) ? 1 : 0;
        var isBesideWord = index + 1 < text.Tokens.Count && !text.Tokens[index + 1].IsNumber && NameSeparators.AreAdjacent(text, index);
        var longest = isBesideWord ? Math.Max(LongestRun(text, index, key), LongestJoined(text, index)) : 0;
        if (longest > 0)
            return longest;
        return (_joined.Contains(key) && !Vocabulary.IsCommonWord(token.Folded)) || StandsAlone(token.Folded, key) || IsTold(text, index, key) || IsBehindWord(text.Text, token) ? 1 : 0;
    }

    /// <summary>
    /// Number of tokens that are one word of a name, written as two or three, or letter by letter: Min Seo for Minseo, Mac Allister for
    /// MacAllister, Kim Min-seo, M ü l l e r.
    /// </summary>
    private int LongestJoined(TokenizedText text, int index)
    {
        var (joined, longest) = (text.Keys[index], 0);
        for (var length = 2; (length <= MostPieces || AreLetters(text, index, length)) && index + length <= text.Tokens.Count && NameSeparators.AreAdjacent(text, index + length - 2); length++)
        {
            if (NameParts.IsCode(text, index + length - 1) || NameContext.IsElided(text, index + length - 1))
                break;
            joined += text.Keys[index + length - 1];
            if (!_beginnings.CanBecomeKey(joined))
                break;
            var isOfParticles = length == 2 && NameSeparators.IsParticle(text.Tokens[index].Folded) && NameSeparators.IsParticle(text.Tokens[index + 1].Folded);
            if (joined.Length > ShortestAlone && !isOfParticles && (_byWord.ContainsKey(joined) || _joined.Contains(joined)) && !Vocabulary.IsCommonWord(joined))
                longest = length;
        }
        return longest;
    }

    private static bool AreLetters(TokenizedText text, int index, int length) => length <= MostLetters && index + length <= text.Tokens.Count
        && text.Tokens[index].Length == 1 && text.Tokens[index + length - 1].Length == 1;

    private int LongestRun(TokenizedText text, int index, string key)
    {
        var isAbbreviated = key.Length == 1 || (NameParts.IsDotted(text, index) && !_byWord.ContainsKey(key));
        var longest = 0;
        if (isAbbreviated ? _byLetter.TryGetValue(key[0], out var names) : _byWord.TryGetValue(key, out names))
        {
            foreach (var name in names)
                longest = Math.Max(longest, name.RunLength(text, index));
        }
        return longest;
    }

    private static bool IsUncommon(string folded) =>
        folded.Length >= ShortestBehindParticle && !NameSeparators.IsParticle(folded) && !Vocabulary.IsCommonWord(folded);

    private bool StandsAlone(string folded, string key) =>
        folded.Length >= ShortestAlone && !NameSeparators.IsParticle(folded) && (!Vocabulary.IsCommonWord(folded) || (_nicknames.Contains(key) && Vocabulary.IsGivenName(folded)))
        && (_byWord.ContainsKey(key) || IsInflected(folded) || IsBehindParticle(folded));

    private bool IsInflected(string folded) => IsInflectedStem(folded)
        || Inflections.NominativesOf(folded).Any(word => !Vocabulary.IsCommonWord(word) && _byWord.ContainsKey(Folding.SpellingKey(word)));

    private bool IsInflectedStem(string folded) => _stems.Count > 0 && Inflections.StemOf(folded) is { } stem && _stems.Contains(stem);

    /// <summary>Whether a word is a particle and a known word in one: VANDERBERG.</summary>
    private bool IsBehindParticle(string folded)
    {
        for (var i = 1; i <= folded.Length - ShortestBehindParticle && i <= LongestParticle && folded.Length <= LongestWord; i++)
        {
            if (NameSeparators.IsParticle(folded.Substring(0, i)) && folded.Substring(i) is var rest && !Vocabulary.IsCommonWord(rest)
                && (_byWord.ContainsKey(Folding.SpellingKey(rest)) || IsBehindParticle(rest)))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether a word is a short clinical one and a known one with a capital behind it: CTBergstrom.</summary>
    private bool IsBehindWord(string text, Token token)
    {
        for (var length = ShortestWordBefore; length <= LongestWordBefore && length + ShortestBehindParticle <= token.Length; length++)
        {
            var start = token.Start + length;
            if (!char.IsUpper(text[start]) || !Vocabulary.IsCommonWord(Folding.Fold(text.Substring(token.Start, length))))
                continue;
            var name = Folding.Fold(text.Substring(start, token.End - start));
            if (!Vocabulary.IsCommonWord(name) && _byWord.ContainsKey(Folding.SpellingKey(name)))
                return true;
        }
        return false;
    }

    /// <summary>Whether a known word that is another word too is the name here, or another word a known one in the genitive.</summary>
    private bool IsTold(TokenizedText text, int index, string key) => _byWord.ContainsKey(key)
        ? NameContext.TellsName(text, index)
        : NameContext.WithoutGenitive(text, index) is { } nominative && _byWord.ContainsKey(Folding.SpellingKey(nominative));
}
