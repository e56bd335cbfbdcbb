using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Dams.Tests.Support.Expecting;

/// <summary>What PS3.15 table E.1-1 and the types of PS3.3 ask of an attribute, told from the tables of the standard.</summary>
internal static class ProfileTable
{
    private static readonly Dictionary<uint, string> Actions = StandardTables.Lines("confidentiality-profile.tsv")
        .Where(cells => IsTag(cells[0])).ToDictionary(cells => TagOf(cells[0]), cells => cells[5]);

    private static readonly Dictionary<(string Class, uint Tag, string Path), char> Types =
        StandardTables.Lines("attribute-types.tsv").ToDictionary(
            cells => (cells[0], TagOf(cells[1]), cells[2].Replace(",", "")), cells => cells[3][0]);

    /// <summary>The SOP classes of which the types are known.</summary>
    public static IReadOnlySet<string> Classes { get; } = Types.Keys.Select(key => key.Class).ToHashSet();

    /// <summary>Each known place of an attribute whose action depends on its type: SOP class, tag and path.</summary>
    public static IEnumerable<(string Class, uint Tag, string Path)> Places => Types.Keys;

    public static IReadOnlyCollection<uint> Tags => Actions.Keys;

    /// <summary>The action as the table prints it; empty where the table does not hold the attribute.</summary>
    public static string PrintedFor(uint tag)
    {
        if (Actions.TryGetValue(BeyondTable.ListedFor(tag), out var action))
            return action;
        var group = tag >> 16;
        return group % 2 != 0 || group >> 8 == 0x50 || (group >> 8 == 0x60 && (tag & 0xFFFF) is 0x3000 or 0x4000) ? "X" : "";
    }

    /// <summary>The one action for an attribute at a path of tags, as table E.1-1a and the README of the tables say.</summary>
    public static string ActionFor(uint tag, string sopClass, string path)
    {
        var printed = PrintedFor(tag);
        if (printed == "X")
            return RemovalOf(tag, sopClass, path);
        if (printed.Length < 2)
            return printed;
        if (printed == "X/Z/U*")
            return "U";
        var letters = printed.Split('/');
        return TypeOf(tag, sopClass, path) switch
        {
            '3' => letters[0],
            '2' => letters.Contains("Z") ? "Z" : "D",
            '1' => letters.Contains("D") ? "D" : "U",
            _ => letters[^1],
        };
    }

    /// <summary>What becomes of an attribute that is to go: PS3.15 section E.1.1 wants the integrity of the IOD to hold.</summary>
    public static string RemovalOf(uint tag, string sopClass, string path) => BeyondTable.TypeOf(tag, sopClass, Collapse(path)) switch
    {
        '1' => "D",
        '2' => "Z",
        _ => "X",
    };

    /// <summary>The type of an attribute whose action depends on it: 1, 2 or 3, or ? where the SOP class is not known.</summary>
    public static char TypeOf(uint tag, string sopClass, string path) =>
        !Classes.Contains(sopClass) ? '?'
        : Types.TryGetValue((sopClass, tag, Collapse(path)), out var type) ? type
        : BeyondTable.TypeOf(tag, sopClass, Collapse(path));

    private static string Collapse(string path)
    {
        const string twice = "0040A730/0040A730";
        while (path.Contains(twice, StringComparison.Ordinal))
            path = path.Replace(twice, "0040A730");
        return path;
    }

    private static bool IsTag(string cell) => !cell.Contains('x') && cell != "gggg,eeee";

    private static uint TagOf(string cell) =>
        uint.Parse(cell.Replace(",", ""), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
