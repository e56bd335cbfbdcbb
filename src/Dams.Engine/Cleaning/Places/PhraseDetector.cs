using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Names;

namespace Dams.Cleaning.Places;

/// <summary>
/// Finds names of institutions and addresses that are known: whole, in part from the start, or by a word that is neither
/// clinical nor everyday.
/// </summary>
internal sealed class PhraseDetector : IDetector
{
    private const int ShortestWord = 4;

    private const int ShortestUnspaced = 3;

    private readonly List<string[]> _phrases = [];
    private readonly KnownTexts _unspaced = new();
    private readonly HashSet<string> _starts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly FindingKind _kind;

    public PhraseDetector(IEnumerable<string> phrases, FindingKind kind)
    {
        _kind = kind;
        foreach (var phrase in phrases)
        {
            // Where words are not spaced a phrase stands within longer runs: 仁和医院检查.
            if (phrase.Trim() is { Length: >= ShortestUnspaced } bare && bare.All(Scripts.IsWithoutSpaces) && !Vocabulary.IsCommonWord(bare))
                _unspaced.Add(bare);
            var words = new TokenizedText(phrase).Tokens.Select(token => Folding.SpellingKey(token.Folded)).ToArray();
            if (words.Length > 1 || (words.Length == 1 && IsDistinct(new TokenizedText(phrase).Tokens[0])))
            {
                _phrases.Add(words);
                _starts.Add(words[0]);
            }
            _words.UnionWith(new TokenizedText(phrase).Tokens.Where(IsDistinct).Select(token => Folding.SpellingKey(token.Folded)));
        }
    }

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        foreach (var finding in _unspaced.Count > 0 && text.HasUnspacedScript ? _unspaced.Find(text.Text) : [])
            yield return finding with { Kind = _kind };
        if (_phrases.Count == 0 && _words.Count == 0)
            yield break;
        var keys = text.Keys;
        for (var i = 0; i < keys.Length; i++)
        {
            if (!_starts.Contains(keys[i]) && !_words.Contains(keys[i]))
                continue;
            var length = _phrases.Select(phrase => MatchLength(phrase, keys, i)).DefaultIfEmpty(0).Max();
            if (length > 0)
                yield return Between(text, i, i + length - 1);
            else if (_words.Contains(keys[i]))
                yield return Between(text, i, LastOfRun(text, keys, i));
        }
    }

    /// <summary>The last of the words that follow a distinct word in the text as they do in the phrase: for a town of two words.</summary>
    private int LastOfRun(TokenizedText text, string[] keys, int first) => _phrases
        .Select(phrase => (Phrase: phrase, Start: Array.IndexOf(phrase, keys[first])))
        .Where(place => place.Start >= 0)
        .Select(place =>
        {
            var length = 1;
            while (place.Start + length < place.Phrase.Length && first + length < keys.Length && text.Between(first + length - 1) == " "
                && place.Phrase[place.Start + length] == keys[first + length] && Belongs(text, first + length))
            {
                length++;
            }
            return first + length - 1;
        })
        .DefaultIfEmpty(first).Max();

    /// <summary>An institution's name may go on with what it does, and that may be meant alone: Ashcombe MR.</summary>
    private bool Belongs(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return text.IsCapitalized(index) && !token.IsNumber
            && (_kind == FindingKind.PostalAddress || PlaceWords.EndsPlace(token.Folded) || PlaceWords.IsInstitutional(token.Folded));
    }

    private Finding Between(TokenizedText text, int first, int last) =>
        new(text.Tokens[first].Start, text.Tokens[last].End - text.Tokens[first].Start, _kind);

    /// <summary>The length of a whole phrase where it stands at a place in the text, else zero.</summary>
    private static int MatchLength(string[] phrase, string[] keys, int start)
    {
        if (start + phrase.Length > keys.Length)
            return 0;
        for (var i = 0; i < phrase.Length; i++)
        {
            if (phrase[i] != keys[start + i])
                return 0;
        }
        return phrase.Length;
    }

    private static bool IsDistinct(Token token) =>
        !token.IsNumber && token.Length >= ShortestWord && !Vocabulary.IsCommonWord(token.Folded);
}
