using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Core;

namespace Dams.Profiles;

/// <summary>
/// Attributes into which people write what they like (LT, ST, UC, UT) and that table E.1-1 does not list. Where no option has
/// texts cleaned they go, unless what they hold is no prose: codes, identifiers of content, technical terms.
/// </summary>
internal static class FreeText
{
    private static readonly Lazy<IReadOnlyList<(Tag Tag, string Reason)>> LoadedKept = new(() =>
        [.. EmbeddedText.Lines("kept-free-text.txt").Select(line => line.Split([' '], 3)).Select(words => (Tag.Parse(words[0]), words[2]))]);

    private static readonly Lazy<IReadOnlyList<Tag>> LoadedRemoved = new(FindRemoved);

    /// <summary>Those that stay, and why.</summary>
    public static IReadOnlyList<(Tag Tag, string Reason)> Kept => LoadedKept.Value;

    /// <summary>Those that go.</summary>
    public static IReadOnlyList<Tag> Removed => LoadedRemoved.Value;

    private static Tag[] FindRemoved()
    {
        var kept = new HashSet<Tag>(Kept.Select(attribute => attribute.Tag));
        kept.UnionWith(Siblings.All.Select(sibling => new Tag(sibling.Row.Attributes.Value)));
        var listed = ConfidentialityTable.Rows.Select(row => row.Attributes).ToArray();
        var exact = new HashSet<uint>(listed.Where(attributes => attributes.IsExact).Select(attributes => attributes.Value));
        var patterns = listed.Where(attributes => !attributes.IsExact).ToArray();
        return
        [
            .. DataDictionary.Tags.Where(tag =>
                IsFree(DataDictionary.VrOf(tag)) && !kept.Contains(tag) && !exact.Contains(tag.Value) && !patterns.Any(attributes => attributes.Matches(tag))),
        ];
    }

    private static bool IsFree(Vr vr) => vr == Vr.LT || vr == Vr.ST || vr == Vr.UC || vr == Vr.UT;
}
