using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dams.Tables;

/// <summary>
/// The private elements of PS3.15 table E.3.10-1, which are safe, and those of the dictionary that comes with DCMTK.
/// </summary>
/// <remarks>
/// A line is, with tabs between: private creator, group, element (two digits in the block that the creator reserved, or four
/// of a fixed place), value representation, "safe" or a dash, name.
/// </remarks>
internal static partial class PrivateElementTable
{
    private sealed record Row(string Creator, string Group, string Element, string Vr, string Name, bool IsSafe)
    {
        public string Place => $"{Creator}\t{Group}\t{Element}";

        public override string ToString() => $"{Place}\t{Vr}\t{(IsSafe ? "safe" : "-")}\t{Name}";
    }

    /// <param name="dictionary">The lines of DCMTK's dictionary.</param>
    public static IEnumerable<string> Lines(DocBookPart profiles, IEnumerable<string> dictionary)
    {
        var rows = dictionary.SelectMany(Read).GroupBy(row => row.Place).ToDictionary(group => group.Key, group => group.Last());
        foreach (var safe in Safe(profiles))
        {
            // Some safe elements are printed without their value representation.
            rows[safe.Place] = safe.Vr.Length > 0 ? safe : safe with { Vr = rows.GetValueOrDefault(safe.Place)?.Vr ?? "UN" };
        }
        return rows.Values.Select(row => row.ToString()).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<Row> Safe(DocBookPart profiles) => profiles.Table("table_E.3.10-1")
        .Texts("Data Element", "Private Creator", "VR", "Meaning")
        .Select(cells => (Tag: ElementTable.TagOf(cells[0]), Cells: cells))
        .Where(row => row.Tag is not null)
        .Select(row => new Row(row.Cells[1], row.Tag![..4], row.Tag[6..], FirstOf(row.Cells[2]), NameOf(row.Cells[3]), IsSafe: true));

    private static IEnumerable<Row> Read(string line)
    {
        var fields = line.Split('\t');
        if (EntryForm().Match(fields[0]) is not { Success: true } entry)
            yield break;
        yield return new Row(
            entry.Groups["creator"].Value, GroupOf(entry.Groups["group"].Value), entry.Groups["element"].Value.ToUpperInvariant(),
            RepresentationOf(fields[1]), fields[2], IsSafe: false);
    }

    // A range of odd groups, such as 7001-o-70ff, is the groups that begin with the same two digits.
    private static string GroupOf(string printed) =>
        printed.Length == 4 ? printed.ToUpperInvariant() : printed[..2].ToUpperInvariant() + "xx";

    // DCMTK writes "ox" and "px" for OB or OW, as its first does.
    private static string RepresentationOf(string printed) => printed switch
    {
        "ox" or "px" => "OB",
        "xs" or "lt" => "US",
        _ => printed,
    };

    // Behind a dash some meanings go on to say how the value is used.
    private static string NameOf(string meaning) => meaning.Split(" - ")[0];

    private static string FirstOf(string representations) => representations.Split('/', ' ')[0];

    [GeneratedRegex("""^\((?<group>[0-9A-Fa-f]{4}(-\w-[0-9A-Fa-f]{4})?),"(?<creator>[^"]*)",(?<element>[0-9A-Fa-f]{2,4})\)$""")]
    private static partial Regex EntryForm();
}
