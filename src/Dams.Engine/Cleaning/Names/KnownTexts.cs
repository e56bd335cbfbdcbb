using System;
using System.Collections.Generic;

namespace Dams.Cleaning.Names;

/// <summary>
/// Texts that are looked for together: one pass over another text finds them all, so that the time does not grow with their number.
/// A name of another script may have some hundred spellings.
/// </summary>
internal sealed class KnownTexts
{
    /// <summary>Number of characters of the shortest that can be looked for.</summary>
    public const int Shortest = 2;

    private const int BitsOfWord = 64;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    // By their first two characters; of those that start none a bit tells.
    private readonly Dictionary<int, List<string>> _byStart = [];
    private ulong[] _starts = [];

    public int Count => _texts.Count;

    public void Add(string text)
    {
        if (!_texts.Add(text))
            return;
        if (_starts.Length == 0)
            _starts = new ulong[(char.MaxValue + 1) / BitsOfWord];
        _starts[text[0] / BitsOfWord] |= 1ul << (text[0] % BitsOfWord);
        var start = StartOf(text, 0);
        if (!_byStart.TryGetValue(start, out var texts))
            _byStart.Add(start, texts = []);
        texts.Add(text);
    }

    /// <summary>Where each of them stands, those too that overlap.</summary>
    public IEnumerable<Finding> Find(string text)
    {
        for (var i = 0; _texts.Count > 0 && i + 1 < text.Length; i++)
        {
            if ((_starts[text[i] / BitsOfWord] & (1ul << (text[i] % BitsOfWord))) == 0 || !_byStart.TryGetValue(StartOf(text, i), out var texts))
                continue;
            foreach (var known in texts)
            {
                if (string.CompareOrdinal(text, i, known, 0, known.Length) == 0)
                    yield return new Finding(i, known.Length, FindingKind.Name);
            }
        }
    }

    private static int StartOf(string text, int index) => (text[index] << 16) | text[index + 1];
}
