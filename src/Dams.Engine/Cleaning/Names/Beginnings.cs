using System;
using System.Collections.Generic;

namespace Dams.Cleaning.Names;

/// <summary>With what the known keys start: most words of a text start otherwise, and are passed at once.</summary>
internal sealed class Beginnings
{
    private const int Length = 3;

    private readonly HashSet<char> _letters = [];
    private readonly HashSet<string> _beginnings = new(StringComparer.Ordinal);
    private int _longest;

    public void Add(string key)
    {
        if (key.Length == 0)
            return;
        _letters.Add(key[0]);
        if (key.Length >= Length)
            _beginnings.Add(key.Substring(0, Length));
        _longest = Math.Max(_longest, key.Length);
    }

    /// <summary>Whether a known key starts with a letter.</summary>
    public bool Contains(char letter) => _letters.Contains(letter);

    /// <summary>Whether a text is a known key, or may be one when more letters follow.</summary>
    public bool CanBecomeKey(string text) =>
        text.Length <= _longest && (text.Length < Length || _beginnings.Contains(text.Substring(0, Length)));
}
