using System;
using System.Collections.Generic;
using System.Threading;

namespace Dams.Cleaning.Patterns;

/// <summary>Numbers the kinds of characters: those of one kind are in the same of all literals and classes.</summary>
/// <remarks>Safe for use by several threads. It remembers each character that it met: at most 128 KiB.</remarks>
internal sealed class CharacterKinds
{
    /// <summary>The kind that stands for the end of the text.</summary>
    public const int End = 0;

    private readonly object _lock = new();
    private readonly PatternAtoms _atoms;
    private readonly Dictionary<string, int> _byAtoms = new(StringComparer.Ordinal);

    // By the two bytes of a character: its kind + 1, or 0 where nobody has asked for it.
    private readonly ushort[]?[] _pages = new ushort[256][];

    private volatile bool[][] _kinds;

    public CharacterKinds(PatternAtoms atoms)
    {
        _atoms = atoms;
        _kinds = [atoms.OfEnd()];
    }

    /// <summary>The kind of a character.</summary>
    public int Of(char character)
    {
        var page = _pages[character >> 8];
        return page is not null && Volatile.Read(ref page[character & 0xFF]) is > 0 and var number ? number - 1 : Add(character);
    }

    /// <summary>Whether a literal or class has the characters of a kind.</summary>
    public bool IsIn(int kind, int atom) => _kinds[kind][atom];

    private int Add(char character)
    {
        var atoms = _atoms.Of(character);
        var key = new string(Array.ConvertAll(atoms, has => has ? '1' : '0'));
        lock (_lock)
        {
            if (!_byAtoms.TryGetValue(key, out var kind))
            {
                _byAtoms.Add(key, kind = _kinds.Length);
                _kinds = [.. _kinds, atoms];
            }
            var page = _pages[character >> 8] ??= new ushort[256];
            // Whoever reads the number finds its kind.
            Volatile.Write(ref page[character & 0xFF], (ushort)(kind + 1));
            return kind;
        }
    }
}
