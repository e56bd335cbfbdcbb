using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Names;

/// <summary>Known names in scripts that write no spaces between words: they are found anywhere in a text.</summary>
internal sealed class UnspacedNames
{
    private const int Shortest = 2;
    private const int ToKatakana = 0x60;

    private static readonly string[] Separators = ["", " ", "\u3000", "^", "·", "・", ", ", "_"];

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Takes in a component group of PN. A family name of one character alone would be found in many words.</summary>
    public void Learn(string group)
    {
        var parts = group.Split('^').Take(3).Select(part => part.Replace(" ", "").Replace("\u3000", "")).Where(part => part.Length > 0).ToArray();
        if (parts.Any(part => part.Any(IsHiragana)))
            Learn(string.Concat(group.Select(character => IsHiragana(character) ? (char)(character + ToKatakana) : character)));
        foreach (var separator in Separators)
        {
            Add(string.Join(separator, parts));
            Add(string.Join(separator, Enumerable.Reverse(parts)));
        }
        foreach (var part in parts)
            Add(part);
    }

    private static bool IsHiragana(char character) => character is >= '\u3041' and <= '\u3096';

    public IEnumerable<Finding> Find(string text)
    {
        foreach (var name in _names)
        {
            for (var i = text.IndexOf(name, StringComparison.Ordinal); i >= 0; i = text.IndexOf(name, i + 1, StringComparison.Ordinal))
                yield return new Finding(i, name.Length, FindingKind.Name);
        }
    }

    private void Add(string name)
    {
        if (name.Length >= Shortest && !Vocabulary.IsCommonWord(Folding.Fold(name)))
            _names.Add(name);
    }
}
