using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Names;

/// <summary>A known name: its words, and the ways to write several as one.</summary>
internal sealed class NameParts
{
    private const int ShortestJoined = 4;
    private const int LongestAbbreviation = 4;

    // Nobody's name has more, and the words that were used are counted in bits.
    private const int MostWords = 64;

    private readonly string[] _folded;
    private readonly string[] _keys;
    private readonly string[] _components;

    private NameParts(string[] folded, string[] components)
    {
        _folded = folded;
        _components = components;
        _keys = Array.ConvertAll(folded, Folding.SpellingKey);
    }

    /// <summary>The words as keys, those of the family name first.</summary>
    public IReadOnlyList<string> Words => _keys;

    /// <summary>The parts of one component group of PN, without prefix and suffix: "Dr" and "Jr" name nobody. An accent alone is no part.</summary>
    public static NameParts? Parse(string group)
    {
        var components = group.Split('^').Take(3).Select(component => new TokenizedText(component).Tokens
            .Where(token => !token.IsNumber && token.Folded.Length > 0).Select(token => token.Folded).ToArray()).Where(words => words.Length > 0).ToArray();
        return components.Length == 0 ? null : new NameParts([.. components.SelectMany(words => words).Take(MostWords)], Array.ConvertAll(components, string.Concat));
    }

    /// <summary>
    /// Words written together, as keys: neighbours, the whole forwards and backwards, an initial and a word.
    /// </summary>
    public IEnumerable<string> JoinedForms() => JoinWords().Where(word => word.Length >= ShortestJoined).Select(Folding.SpellingKey);

    /// <summary>
    /// Number of tokens that are words or initials of one name, each once, side by side; zero where fewer than two are,
    /// or only initials.
    /// </summary>
    public int RunLength(TokenizedText text, int start)
    {
        var used = 0ul;
        var (length, words) = (0, 0);
        for (var i = start; i < text.Tokens.Count && !text.Tokens[i].IsNumber; i++)
        {
            if (i > start && !NameSeparators.AreAdjacent(text, i - 1))
                break;
            var key = text.Keys[i];
            var word = IsCode(text, i) ? -1 : Match(key, IsDotted(text, i), NameContext.IsElided(text, i) || (i > start && NameContext.IsSmallWord(text, i)), used);
            if (word < 0)
                break;
            used |= 1ul << word;
            words += key.Length > 1 && !NameSeparators.IsParticle(text.Tokens[i].Folded) ? 1 : 0;
            length++;
        }
        return length > 1 && words > 0 ? length : 0;
    }

    /// <summary>Whether a letter belongs to the number behind it: T2, L5.</summary>
    public static bool IsCode(TokenizedText text, int index) =>
        text.Keys[index].Length == 1 && index + 1 < text.Tokens.Count && text.Tokens[index + 1].IsNumber && text.Between(index).Length == 0;

    /// <summary>Whether a dot stands right behind a token.</summary>
    public static bool IsDotted(TokenizedText text, int index) =>
        text.Tokens[index].End < text.Text.Length && text.Text[text.Tokens[index].End] == '.';

    /// <summary>
    /// Which word a token stands for, of those that were not used yet: the word itself, its initial, or with a dot what
    /// it starts with. -1 for none.
    /// </summary>
    /// <param name="isWhole">Whether it is no initial.</param>
    /// <param name="used">A bit for each word that was used.</param>
    private int Match(string key, bool isDotted, bool isWhole, ulong used)
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            if ((used & 1ul << i) == 0 && _keys[i] == key)
                return i;
        }
        for (var i = 0; i < _keys.Length && !isWhole && (key.Length == 1 || (isDotted && key.Length <= LongestAbbreviation)); i++)
        {
            if ((used & 1ul << i) == 0 && _keys[i].StartsWith(key, StringComparison.Ordinal))
                return i;
        }
        return -1;
    }

    private IEnumerable<string> JoinWords()
    {
        for (var start = 0; start < _folded.Length; start++)
        {
            var run = _folded[start];
            for (var end = start + 1; end < _folded.Length; end++)
                yield return run += _folded[end];
        }
        foreach (var first in _folded)
        {
            foreach (var second in _folded.Where(word => word != first && word.Length > 1))
            {
                yield return first + second;
                yield return first.Substring(0, 1) + second;
                yield return second + first.Substring(0, 1);
            }
        }
        // An initial of each of two others, in either order: JASMITH, SMITHJA.
        foreach (var word in _folded.Where(word => _folded.Length > 2 && word.Length > 1))
        {
            var initials = string.Concat(_folded.Where(other => other != word).Take(2).Select(other => other.Substring(0, 1)));
            yield return initials + word;
            yield return word + initials;
        }
        if (_folded.Length > 2)
            yield return string.Concat(_folded.Skip(1)) + _folded[0];
        // A component of several words as one, with another or its initial: DGROLLENH of D'Grollen^Hulda.
        foreach (var first in _components.Where(component => Array.IndexOf(_folded, component) < 0))
        {
            foreach (var second in _components.Where(component => component != first))
            {
                yield return first + second;
                yield return second + first;
                yield return first + second.Substring(0, 1);
                yield return second.Substring(0, 1) + first;
            }
        }
    }
}
