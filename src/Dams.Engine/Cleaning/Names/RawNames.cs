using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds names of which nobody knows the characters: the file declares no character set, or not the one in which its bytes
/// are. The same bytes stand in its texts, and read the same there.
/// </summary>
internal sealed class RawNames : IDetector
{
    private const int Shortest = 2;

    private readonly HashSet<string> _parts = new(StringComparer.Ordinal);

    /// <param name="names">Person names as PN writes them.</param>
    public RawNames(IEnumerable<string> names)
    {
        foreach (var part in names.SelectMany(name => name.Split('^', '=', ' ')))
        {
            if (part.Length >= Shortest && part.Any(IsNoLetter))
                _parts.Add(part);
        }
    }

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        foreach (var part in _parts)
        {
            for (var i = text.Text.IndexOf(part, StringComparison.Ordinal); i >= 0; i = text.Text.IndexOf(part, i + part.Length, StringComparison.Ordinal))
                yield return new Finding(i, part.Length, FindingKind.Name);
        }
    }

    // In Latin-1, as which unknown bytes are read, these are control characters and signs, which stand in no name.
    private static bool IsNoLetter(char character) => character is >= '\u0080' and <= '\u00BF' and not ('\u00AA' or '\u00BA' or '\u00A0' or '\u00B7');
}
