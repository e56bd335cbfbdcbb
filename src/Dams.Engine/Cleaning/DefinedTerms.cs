using System;
using System.Collections.Generic;
using Dams.Core;

namespace Dams.Cleaning;

/// <summary>Terms that the standard defines for attributes of CS: as a whole value they name nobody, whoever is called so.</summary>
internal static class DefinedTerms
{
    private static readonly Lazy<HashSet<string>> Terms = new(() => new HashSet<string>(EmbeddedText.Lines("defined-terms.txt"), StringComparer.Ordinal));

    /// <summary>Whether a value is one of them.</summary>
    public static bool Contains(string value) => Terms.Value.Contains(value.Trim());
}
