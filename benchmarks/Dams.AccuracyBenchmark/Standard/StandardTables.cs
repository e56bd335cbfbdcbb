using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Benchmarks.Accuracy.Standard;

/// <summary>The dictionary and table E.1-1, as the tests' copy has them.</summary>
internal sealed class StandardTables
{
    private readonly Dictionary<string, ProfileRow> _profile;
    private readonly Dictionary<string, AttributeRow> _byTag;
    private readonly Dictionary<string, AttributeRow> _byKeyword;

    private StandardTables(IReadOnlyList<AttributeRow> attributes, Dictionary<string, ProfileRow> profile)
    {
        Attributes = attributes;
        _profile = profile;
        _byTag = attributes.ToDictionary(row => row.Tag);
        _byKeyword = attributes.Where(row => row.Keyword.Length > 0).ToDictionary(row => row.Keyword);
    }

    /// <summary>All attributes that have one tag and can stand in the dataset of an image.</summary>
    public IReadOnlyList<AttributeRow> Attributes { get; }

    public static StandardTables Read(string folder)
    {
        var attributes = Rows(folder, "dictionary.tsv")
            .Select(cells => new AttributeRow(cells[0].Replace(",", "", StringComparison.Ordinal), cells[1].Split('/')[0], cells[3], cells[5] == "Y"))
            .Where(row => row.Tag.Length == 8 && row.Vr.Length == 2 && !row.Tag.Contains('x', StringComparison.Ordinal))
            .Where(row => string.CompareOrdinal(row.Tag, "0008") > 0 && !row.Tag.StartsWith("FFF", StringComparison.Ordinal))
            .OrderBy(row => row.Tag, StringComparer.Ordinal);
        var profile = Rows(folder, "confidentiality-profile.tsv")
            .ToDictionary(
                cells => cells[0].Replace(",", "", StringComparison.Ordinal),
                cells => new ProfileRow(cells[5], cells[8], cells[10], cells[11], cells[12], cells[13]));
        return new([.. attributes], profile);
    }

    public AttributeRow Named(string keyword) => _byKeyword[keyword];

    public string KeywordOf(string tag) => _byTag.TryGetValue(tag, out var row) && row.Keyword.Length > 0 ? row.Keyword : tag;

    public string VrOf(string tag) => _byTag.TryGetValue(tag, out var row) ? row.Vr : "UN";

    public ProfileRow? ProfileOf(string tag) => _profile.GetValueOrDefault(tag);

    private static IEnumerable<string[]> Rows(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Split('\t'));
}
