using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dams.Tables;

/// <summary>The data elements of PS3.6 chapters 6 to 9 and the command elements of PS3.7 annex E.</summary>
/// <remarks>A line is: tag, value representations, value multiplicity, keyword; a dash for what is not printed.</remarks>
internal static partial class ElementTable
{
    private const string ItemGroup = "FFFE";

    private static readonly string[] Registries = ["table_6-1", "table_7-1", "table_8-1", "table_9-1"];
    private static readonly string[] Commands = ["table_E.1-1", "table_E.2-1"];

    /// <summary>Those with one tag.</summary>
    public static IEnumerable<string> Single(DocBookPart dictionary, DocBookPart messages) =>
        WithLater(Rows(dictionary, messages).Where(row => !IsRepeating(row[0])).Select(row => string.Join(' ', row)))
            .Order(StringComparer.Ordinal);

    /// <summary>Those whose tag has an x for any digit.</summary>
    public static IEnumerable<string> Repeating(DocBookPart dictionary, DocBookPart messages) =>
        Rows(dictionary, messages).Where(row => IsRepeating(row[0])).Select(row => string.Join(' ', row)).Order(StringComparer.Ordinal);

    /// <summary>From each tag with a keyword to that keyword.</summary>
    public static IReadOnlyDictionary<string, string> Keywords(DocBookPart dictionary, DocBookPart messages) =>
        Single(dictionary, messages).Concat(Repeating(dictionary, messages)).Select(line => line.Split(' ')).ToDictionary(row => row[0], row => row[3]);

    /// <summary>The tags of elements with certain value representations.</summary>
    public static IEnumerable<string> TagsOf(DocBookPart dictionary, DocBookPart messages, IReadOnlyCollection<string> representations) =>
        Single(dictionary, messages).Select(line => line.Split(' ')).Where(row => row[1].Split('/').Any(representations.Contains)).Select(row => row[0]);

    /// <summary>Eight digits of a tag as the standard prints it, (gggg,eeee); null for what is none.</summary>
    public static string? TagOf(string printed) => TagForm().Match(printed) is { Success: true } match
        ? (match.Groups[1].Value + match.Groups[2].Value).ToUpperInvariant().Replace('X', 'x')
        : null;

    private static bool IsRepeating(string tag) => tag.Contains('x', StringComparison.Ordinal);

    // Items and delimiters have no value and so no representation: they are structure, which the reader knows.
    private static IEnumerable<string[]> Rows(DocBookPart dictionary, DocBookPart messages) =>
        Registries.Select(dictionary.Table).Concat(Commands.Select(messages.Table))
            .SelectMany(table => table.Texts("Tag", "Keyword", "VR", "VM"))
            .Select(cells => (Tag: TagOf(cells[0]), Cells: cells))
            .Where(row => row.Tag is not null && !row.Tag.StartsWith(ItemGroup, StringComparison.Ordinal))
            .Select(row => new[] { row.Tag!, Representations(row.Cells[2]), Multiplicity(row.Cells[3]), Dashed(row.Cells[1]) });

    private static string Representations(string printed) =>
        printed.Length == 0 || printed.StartsWith("See", StringComparison.OrdinalIgnoreCase) ? "UN" : printed.Replace(" or ", "/", StringComparison.Ordinal);

    // Of one element it says "1-n or 1", which is 1-n.
    private static string Multiplicity(string printed) => Dashed(printed.Split(" or ")[0]);

    private static string Dashed(string printed) => printed.Length == 0 ? "-" : printed;

    private static IEnumerable<string> WithLater(IEnumerable<string> lines)
    {
        var known = lines.ToDictionary(line => line[..8]);
        foreach (var line in LaterElements())
            known.TryAdd(line[..8], line);
        return known.Values;
    }

    private static IEnumerable<string> LaterElements()
    {
        using var reader = new StreamReader(typeof(ElementTable).Assembly.GetManifestResourceStream("later-elements.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
                yield return line;
        }
    }

    [GeneratedRegex(@"^\(([0-9A-Fa-fxX]{4}),([0-9A-Fa-fxX]{4})\)$")]
    private static partial Regex TagForm();
}
