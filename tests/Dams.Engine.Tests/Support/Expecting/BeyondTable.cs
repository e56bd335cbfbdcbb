using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Dams.Tests.Support.Expecting;

/// <summary>
/// What PS3.15 section E.1.1 asks for beyond table E.1-1, read from the lists of the engine: attributes that are treated as
/// others, prose that stays, and the types of attributes that may have to go.
/// </summary>
internal static class BeyondTable
{
    private static readonly Dictionary<uint, uint> Siblings = Lines("siblings.txt").ToDictionary(words => TagOf(words[0]), words => TagOf(words[1]));
    private static readonly HashSet<uint> KeptProse = [.. Lines("kept-free-text.txt").Select(words => TagOf(words[0]))];
    private static readonly Dictionary<int, string> Classes = Lines("attribute-types.txt").Where(words => words[0] == "class")
        .ToDictionary(words => int.Parse(words[1], CultureInfo.InvariantCulture), words => words[2]);

    private static readonly Dictionary<(string Class, uint Tag, string Path), char> Types = Lines("attribute-types.txt")
        .Where(words => words[0] != "class")
        .SelectMany(words => Numbers(words[3]).Select(number => (Key: (Classes[number], TagOf(words[0]), words[1] == "-" ? "" : words[1]), Type: words[2][0])))
        .GroupBy(entry => entry.Key).ToDictionary(group => group.Key, group => group.Min(entry => entry.Type));

    /// <summary>The attribute that the table lists and as which another is treated; the same for all others.</summary>
    public static uint ListedFor(uint tag) => Siblings.GetValueOrDefault(tag, tag);

    /// <summary>Whether an attribute that the table does not list goes as prose, a name or an address.</summary>
    public static bool Goes(uint tag, string vr) => vr is "PN" || (vr is "LT" or "ST" or "UC" or "UT" && !KeptProse.Contains(tag));

    /// <summary>The type where an IOD requires an attribute: 1 or 2; else 3.</summary>
    public static char TypeOf(uint tag, string sopClass, string path) => Types.GetValueOrDefault((sopClass, tag, path), '3');

    private static IEnumerable<int> Numbers(string ranges) => ranges.Split(',').Select(range => Array.ConvertAll(range.Split('-'), bound => int.Parse(bound, CultureInfo.InvariantCulture)))
        .SelectMany(bounds => Enumerable.Range(bounds[0], bounds[^1] - bounds[0] + 1));

    private static uint TagOf(string digits) => uint.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Lines(string name)
    {
        using var reader = new StreamReader(typeof(DamsException).Assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
            yield return line.Split(' ');
    }
}
