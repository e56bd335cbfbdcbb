using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Deidentification.Cleaning;

/// <summary>
/// Finds names that are known, in any order, case and with any separators, with or without accents, whole or in part. A
/// part that is also a clinical word counts only beside another part of the same name.
/// </summary>
internal sealed class NameDetector : IDetector
{
    private const int ShortestPart = 3;
    private const int ShortestJoined = 5;

    private static readonly HashSet<string> Particles =
        ["VAN", "VON", "DER", "DEN", "DE", "DEL", "DELLA", "DI", "DA", "DOS", "DAS", "DU", "LA", "LE", "EL", "AL", "BIN", "IBN", "BEN", "ABU", "SAN", "ST", "TER", "TEN", "ZU", "ZUR", "AF", "AV", "MC", "O", "Y", "E"];

    private readonly List<string[]> _names = [];
    private readonly Dictionary<string, List<int>> _parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _joined = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unspaced = new(StringComparer.Ordinal);

    /// <param name="names">Person names as PN writes them.</param>
    public NameDetector(IEnumerable<string> names)
    {
        foreach (var group in names.SelectMany(name => name.Split('=')))
            Learn(group);
    }

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        foreach (var name in _unspaced)
        {
            for (var i = text.Text.IndexOf(name, StringComparison.Ordinal); i >= 0; i = text.Text.IndexOf(name, i + 1, StringComparison.Ordinal))
                yield return new Finding(i, name.Length, FindingKind.Name);
        }
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (IsPartOfName(text, i))
                yield return new Finding(text.Tokens[i].Start, text.Tokens[i].Length, FindingKind.Name);
        }
    }

    private void Learn(string group)
    {
        // The fifth component is a suffix, the fourth a prefix: "Dr" and "Jr" name nobody.
        var components = group.Split('^').Take(3).ToArray();
        var ideographs = new TokenizedText(string.Join("^", components)).Tokens
            .Where(token => Scripts.IsWithoutSpaces(components.Length > 0 ? string.Join("^", components)[token.Start] : ' ')).ToArray();
        if (ideographs.Length > 0)
        {
            LearnUnspaced(components);
            return;
        }
        var parts = new TokenizedText(group.Split('^').Length > 1 ? string.Join("^", components) : group).Tokens
            .Where(token => !token.IsNumber).Select(token => Folding.Key(token.Folded)).ToArray();
        if (parts.Length == 0)
            return;
        foreach (var part in parts.Distinct())
        {
            if (!_parts.TryGetValue(part, out var numbers))
                _parts.Add(part, numbers = []);
            numbers.Add(_names.Count);
        }
        _names.Add(parts);
        foreach (var first in parts)
        {
            foreach (var second in parts)
            {
                if (first != second && first.Length + second.Length >= ShortestJoined)
                    _joined.Add(first + second);
            }
        }
    }

    private void LearnUnspaced(string[] components)
    {
        var parts = components.Select(component => component.Replace(" ", "").Replace("\u3000", "")).Where(part => part.Length > 0).ToArray();
        foreach (var separator in new[] { "", " ", "\u3000", "^", "·", "・", ", " })
        {
            Add(string.Join(separator, parts));
            Add(string.Join(separator, Enumerable.Reverse(parts)));
        }
        foreach (var given in parts.Skip(1))
            Add(given);
        if (parts.Length == 1 || parts[0].Length > 1)
            Add(parts[0]);

        void Add(string name)
        {
            if (name.Length > 1)
                _unspaced.Add(name);
        }
    }

    private bool IsPartOfName(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        if (token.IsNumber)
            return false;
        var key = Folding.Key(token.Folded);
        if (!_parts.TryGetValue(key, out var names))
            return _joined.Contains(key) || IsInitialBeside(text, index);
        var standsAlone = key.Length >= ShortestPart && !Particles.Contains(token.Folded) && !Vocabulary.IsClinical(token.Folded);
        return standsAlone || names.Any(name => HasNeighbour(text, index, name));
    }

    /// <summary>Whether another part of the name stands right beside a token, or behind particles and initials of it.</summary>
    private bool HasNeighbour(TokenizedText text, int index, int name)
    {
        foreach (var step in new[] { -1, 1 })
        {
            for (var i = index + step; i >= 0 && i < text.Tokens.Count && AreClose(text, i, step); i += step)
            {
                var key = Folding.Key(text.Tokens[i].Folded);
                if (text.Tokens[i].IsNumber)
                    break;
                if (key.Length > 1 && !Particles.Contains(text.Tokens[i].Folded) && _names[name].Contains(key)
                    && key != Folding.Key(text.Tokens[index].Folded))
                {
                    return true;
                }
                if (key.Length > 1 && !Particles.Contains(text.Tokens[i].Folded))
                    break;
            }
        }
        return false;
    }

    /// <summary>A single letter counts where it is the initial of a name whose long part stands beside it.</summary>
    private bool IsInitialBeside(TokenizedText text, int index)
    {
        var initial = text.Tokens[index].Folded;
        if (initial.Length != 1 || !text.IsCapitalized(index))
            return false;
        foreach (var step in new[] { -1, 1 })
        {
            var i = index + step;
            if (i < 0 || i >= text.Tokens.Count || text.Tokens[i].IsNumber || !AreClose(text, i, step))
                continue;
            var key = Folding.Key(text.Tokens[i].Folded);
            if (key.Length >= ShortestPart && _parts.TryGetValue(key, out var names)
                && names.Any(name => _names[name].Any(part => part != key && part.StartsWith(initial, StringComparison.Ordinal))))
            {
                return true;
            }
        }
        return false;
    }

    private static bool AreClose(TokenizedText text, int index, int step)
    {
        var between = step > 0 ? text.Between(index - 1) : text.Between(index);
        return between.Length <= 3 && between.All(character => character is ' ' or ',' or '.' or '^' or '_' or '-' or '\'' or '’' or '/' or '+' or '=' or '\t');
    }
}
