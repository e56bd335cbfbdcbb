using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Dams.Cleaning.Patterns;

/// <summary>
/// Reads a regular expression of .NET as far as it says which characters may follow each other. What looks back, and what must
/// not follow, is passed over, so that it may seem to match more than it does, and never less.
/// </summary>
internal sealed class PatternParser
{
    private readonly string _pattern;
    private readonly PatternAtoms _atoms;
    private readonly Dictionary<string, PatternPart> _groups = new(StringComparer.Ordinal);
    private int _position;
    private bool _ignoresCase;

    private PatternParser(string pattern, bool ignoresCase, PatternAtoms atoms)
    {
        _pattern = pattern;
        _ignoresCase = ignoresCase;
        _atoms = atoms;
    }

    /// <summary>What the pattern says.</summary>
    /// <exception cref="ArgumentException">It has something that this does not know.</exception>
    public static ParsedPattern Parse(string pattern, bool ignoresCase, PatternAtoms atoms)
    {
        var parser = new PatternParser(pattern, ignoresCase, atoms);
        var (isBoundary, refused) = parser.ReadStart();
        var part = parser.ReadChoice();
        if (parser._position < pattern.Length)
            throw Unknown();
        return new ParsedPattern(part, isBoundary, refused);
    }

    private static ArgumentException Unknown() => new("The pattern has something that is not known.");

    private bool Accept(string text)
    {
        if (string.CompareOrdinal(_pattern, _position, text, 0, text.Length) != 0)
            return false;
        _position += text.Length;
        return true;
    }

    /// <summary>What may not stand before a match, where the pattern starts with it and has no other way to start.</summary>
    private (bool IsBoundary, IReadOnlyList<int> Refused) ReadStart()
    {
        if (Accept("(?i)"))
            _ignoresCase = true;
        var start = _position;
        if (Accept("\\b") && !HasTopLevelChoice(start))
            return (true, []);
        _position = start;
        if (!Accept("(?<!") || HasTopLevelChoice(start))
        {
            _position = start;
            return (false, []);
        }
        var before = ReadChoice();
        Expect(')');
        var choices = before is PatternPart.Choice choice ? choice.Parts : [before];
        return (false, [.. choices.OfType<PatternPart.Character>().Select(character => character.Atom)]);
    }

    private bool HasTopLevelChoice(int start)
    {
        var end = _position;
        var parser = new PatternParser(_pattern, _ignoresCase, _atoms) { _position = start };
        var isChoice = parser.ReadChoice() is PatternPart.Choice;
        _position = end;
        return isChoice;
    }

    private PatternPart ReadChoice()
    {
        var ignoresCase = _ignoresCase;
        var choices = new List<PatternPart> { ReadSequence() };
        while (Accept("|"))
            choices.Add(ReadSequence());
        _ignoresCase = ignoresCase;
        return choices.Count == 1 ? choices[0] : new PatternPart.Choice(choices);
    }

    private PatternPart ReadSequence()
    {
        var parts = new List<PatternPart>();
        while (_position < _pattern.Length && _pattern[_position] is not ('|' or ')'))
            parts.Add(ReadQuantified());
        return parts.Count == 1 ? parts[0] : new PatternPart.Sequence(parts);
    }

    private PatternPart ReadQuantified()
    {
        var part = ReadPart();
        if (_position == _pattern.Length)
            return part;
        var (fewest, most) = _pattern[_position] switch
        {
            '?' => (0, 1),
            '*' => (0, -1),
            '+' => (1, -1),
            '{' => ReadNumbers(),
            _ => (1, 1),
        };
        if ((fewest, most) == (1, 1))
            return part;
        _position++;
        // As few as can be: what can follow is the same.
        Accept("?");
        return new PatternPart.Repetition(part, fewest, most);
    }

    /// <summary>The numbers between braces; the place is then that of the closing one.</summary>
    private (int Fewest, int Most) ReadNumbers()
    {
        var end = _pattern.IndexOf('}', _position);
        var numbers = _pattern.Substring(_position + 1, end - _position - 1).Split(',');
        _position = end;
        var fewest = int.Parse(numbers[0], CultureInfo.InvariantCulture);
        var most = numbers.Length == 1 ? fewest : numbers[1].Length == 0 ? -1 : int.Parse(numbers[1], CultureInfo.InvariantCulture);
        if ((fewest, most) == (1, 1))
            throw Unknown();
        return (fewest, most);
    }

    private PatternPart ReadPart()
    {
        var character = _pattern[_position];
        switch (character)
        {
            case '(':
                return ReadGroup();
            case '[':
                return new PatternPart.Character(_atoms.Class(ReadClass(), _ignoresCase));
            case '\\':
                return ReadEscape();
            case '^':
                _position++;
                return PatternPart.Nothing;
            case '$':
                _position++;
                return new PatternPart.Choice([new PatternPart.Character(_atoms.End), new PatternPart.Character(_atoms.Literal('\n', false))]);
            case '.':
                _position++;
                return new PatternPart.Character(_atoms.Class(".", _ignoresCase));
            default:
                _position++;
                return new PatternPart.Character(_atoms.Literal(character, _ignoresCase));
        }
    }

    private PatternPart ReadGroup()
    {
        var ignoresCase = _ignoresCase;
        if (Accept("(?i)"))
        {
            _ignoresCase = true;
            return PatternPart.Nothing;
        }
        var looksAround = Accept("(?<!") || Accept("(?<=") || Accept("(?!");
        var looksAhead = !looksAround && Accept("(?=");
        string? name = null;
        if (!looksAround && !looksAhead && Accept("(?<"))
        {
            var end = _pattern.IndexOf('>', _position);
            name = _pattern.Substring(_position, end - _position);
            _position = end + 1;
        }
        else if (!looksAround && !looksAhead)
        {
            if (Accept("(?i:"))
                _ignoresCase = true;
            else if (Accept("(?-i:"))
                _ignoresCase = false;
            else if (!Accept("(?:") && !Accept("(?>") && (Accept("(?") || !Accept("(")))
                throw Unknown();
        }
        var part = ReadChoice();
        Expect(')');
        _ignoresCase = ignoresCase;
        if (name is not null)
            _groups[name] = _groups.TryGetValue(name, out var other) ? new PatternPart.Choice([other, part]) : part;
        return looksAround ? PatternPart.Nothing : looksAhead ? new PatternPart.Ahead(part) : part;
    }

    private PatternPart ReadEscape()
    {
        var kind = _pattern[_position + 1];
        switch (kind)
        {
            case 'b' or 'B' or 'G' or 'A' or 'z' or 'Z':
                _position += 2;
                return PatternPart.Nothing;
            case 'k':
                var end = _pattern.IndexOf('>', _position);
                var name = _pattern.Substring(_position + 3, end - _position - 3);
                _position = end + 1;
                return _groups[name];
            case 'd' or 'D' or 's' or 'S' or 'w' or 'W' or 'p' or 'P':
                var start = _position;
                _position = kind is 'p' or 'P' ? _pattern.IndexOf('}', _position) + 1 : _position + 2;
                return new PatternPart.Character(_atoms.Class(_pattern.Substring(start, _position - start), _ignoresCase));
            case 'u':
                var code = int.Parse(_pattern.Substring(_position + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                _position += 6;
                return new PatternPart.Character(_atoms.Literal((char)code, _ignoresCase));
            default:
                _position += 2;
                return new PatternPart.Character(_atoms.Literal(kind switch { 't' => '\t', 'n' => '\n', 'r' => '\r', _ when !char.IsLetterOrDigit(kind) => kind, _ => throw Unknown() }, _ignoresCase));
        }
    }

    /// <summary>The text of a class, with one that is subtracted.</summary>
    private string ReadClass()
    {
        var start = _position++;
        Accept("^");
        // A bracket right at the start is one of the characters.
        Accept("]");
        for (; _pattern[_position] != ']'; _position++)
        {
            if (_pattern[_position] == '\\')
                _position++;
            else if (_pattern[_position] == '-' && _pattern[_position + 1] == '[')
            {
                _position++;
                ReadClass();
                _position--;
            }
        }
        _position++;
        return _pattern.Substring(start, _position - start);
    }

    private void Expect(char character)
    {
        if (!Accept(character.ToString()))
            throw Unknown();
    }
}

/// <summary>What a pattern says.</summary>
/// <param name="IsBoundary">Whether a match starts where a word starts or ends.</param>
/// <param name="Refused">Literals and classes of which no character may stand right before a match.</param>
internal sealed record ParsedPattern(PatternPart Part, bool IsBoundary, IReadOnlyList<int> Refused);
