using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace Dams.Cleaning.Patterns;

/// <summary>The literals and classes of characters that patterns are made of. Which characters a class has, .NET itself says.</summary>
/// <remarks>Not safe for use by several threads while it is filled.</remarks>
internal sealed class PatternAtoms
{
    private readonly Dictionary<char, int> _literals = [];
    private readonly Dictionary<(string Class, bool IgnoresCase), int> _classes = [];
    private readonly List<(int Atom, Regex Class)> _tests = [];

    public PatternAtoms()
    {
        OfWords = Class(@"[\w\u200C\u200D]", ignoresCase: false);
        End = Count++;
    }

    /// <summary>The class between which and other characters a word starts or ends.</summary>
    public int OfWords { get; }

    /// <summary>Stands for the end of the text.</summary>
    public int End { get; }

    /// <summary>Number of literals and classes.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a literal character.</summary>
    public int Literal(char character, bool ignoresCase)
    {
        // A sharp s has no other case by these methods, and a capital one for regular expressions.
        if (ignoresCase && (char.IsLower(character) || char.ToUpperInvariant(character) != char.ToLowerInvariant(character)))
            return Class(Regex.Escape(character.ToString()), ignoresCase: true);
        if (!_literals.TryGetValue(character, out var atom))
            _literals.Add(character, atom = Count++);
        return atom;
    }

    /// <summary>The number of a class, as a regular expression writes it.</summary>
    public int Class(string text, bool ignoresCase)
    {
        if (_classes.TryGetValue((text, ignoresCase), out var atom))
            return atom;
        _classes.Add((text, ignoresCase), atom = Count++);
        var options = RegexOptions.CultureInvariant | RegexOptions.Singleline | (ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        _tests.Add((atom, new Regex(text, options)));
        return atom;
    }

    /// <summary>For each literal and class whether it has the end of the text.</summary>
    public bool[] OfEnd()
    {
        var has = new bool[Count];
        has[End] = true;
        return has;
    }

    /// <summary>For each literal and class whether it has a character.</summary>
    public bool[] Of(char character)
    {
        var has = new bool[Count];
        if (_literals.TryGetValue(character, out var literal))
            has[literal] = true;
        var text = character.ToString();
        foreach (var (atom, test) in _tests)
            has[atom] = test.IsMatch(text);
        return has;
    }
}
