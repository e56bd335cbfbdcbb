using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Core;
using Dams.Dicom.Dictionary;

namespace Dams.Profiles;

/// <summary>
/// Attributes that identify by their nature though table E.1-1 forgot them, or lets them stay: they are treated as one that it
/// lists (PS3.15 section E.1.1: the table may not be sufficient).
/// </summary>
internal static class Siblings
{
    private static readonly Lazy<IReadOnlyList<Sibling>> Loaded = new(Load);

    public static IReadOnlyList<Sibling> All => Loaded.Value;

    private static Sibling[] Load()
    {
        var rows = ConfidentialityTable.Rows.Where(row => row.Attributes.IsExact).ToDictionary(row => row.Attributes.Value);
        return
        [
            .. EmbeddedText.Lines("siblings.txt").Select(line => line.Split([' '], 4)).Select(words =>
            {
                var (attribute, listed) = (TagPattern.Parse(words[0]), TagPattern.Parse(words[1]));
                return new Sibling(rows[listed.Value] with { Attributes = attribute }, new Tag(listed.Value), words[3]);
            }),
        ];
    }
}

/// <summary>An attribute that is treated as another.</summary>
/// <param name="Row">The row of the other one, for this one.</param>
/// <param name="Listed">The other one.</param>
/// <param name="Reason">Why.</param>
internal sealed record Sibling(ConfidentialityRow Row, Tag Listed, string Reason);
