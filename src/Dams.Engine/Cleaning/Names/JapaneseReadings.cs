using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>The readings of common Japanese names, and the ways to write them: Hepburn, Kunrei, with and without long vowels.</summary>
internal static class JapaneseReadings
{
    // From Kunrei, as the table has it, to Hepburn: the longer first.
    private static readonly (string Kunrei, string Hepburn)[] Syllables =
    [
        ("SY", "SH"), ("TY", "CH"), ("ZY", "J"), ("SI", "SHI"), ("TI", "CHI"), ("TU", "TSU"), ("HU", "FU"), ("ZI", "JI"),
    ];

    private static readonly Lazy<Dictionary<string, string[]>> Families = new(() => Table("family"));
    private static readonly Lazy<Dictionary<string, string[]>> Givens = new(() => Table("given"));

    private static readonly Lazy<ILookup<string, char>> Starts = new(() => Families.Value
        .SelectMany(family => family.Value.Select(reading => (Key: Key(reading), Start: family.Key[0]))).ToLookup(pair => pair.Key, pair => pair.Start));

    public static bool IsFamily(string text) => Families.Value.ContainsKey(text);

    /// <summary>Whether a family's name is read so.</summary>
    /// <param name="key">As <see cref="Key"/> makes it.</param>
    public static bool IsFamily(string text, string key) => Families.Value.TryGetValue(text, out var readings) && readings.Any(reading => Key(reading) == key);

    /// <summary>The characters with which a family's name that is read so can start.</summary>
    public static IEnumerable<char> StartsOf(string key) => Starts.Value[key];

    /// <summary>Whether a given name is read so.</summary>
    public static bool IsGiven(string text, string key) => Givens.Value.TryGetValue(text, out var readings) && readings.Any(reading => Key(reading) == key);

    /// <summary>A family's name in Latin letters; none where the table has no reading.</summary>
    public static IEnumerable<string> FamiliesOf(string family) => Families.Value.TryGetValue(family, out var readings) ? readings.SelectMany(Written).Distinct() : [];

    /// <summary>A given name in Latin letters; none where the table has no reading.</summary>
    public static IEnumerable<string> GivensOf(string given) => Givens.Value.TryGetValue(given, out var readings) ? readings.SelectMany(Written).Distinct() : [];

    /// <summary>A key that is the same for all spellings of a reading.</summary>
    public static string Key(string latin)
    {
        var key = latin.Replace("'", "");
        foreach (var (kunrei, hepburn) in Syllables)
            key = key.Replace(hepburn, kunrei);
        return key.Replace("MB", "NB").Replace("MP", "NP").Replace("OU", "O").Replace("OO", "O").Replace("OH", "O").Replace("UU", "U");
    }

    private static string[] Written(string kunrei)
    {
        var hepburn = Syllables.Aggregate(kunrei, (text, pair) => text.Replace(pair.Kunrei, pair.Hepburn));
        return [.. new[] { hepburn, kunrei }.SelectMany(text => new[] { Short(text, ""), text, Short(text, "H"), Short(text, "").Replace("NITI", "N ITI").Replace("NICHI", "N ICHI") })];
    }

    private static string Short(string text, string mark) => text.Replace("OU", "O" + mark).Replace("OO", "O" + mark).Replace("UU", "U");

    private static Dictionary<string, string[]> Table(string kind) => LanguageData.Lines("ja", "readings").Where(line => line.Kind == kind)
        .Select(line => line.Words.Split(' ')).GroupBy(words => words[0]).ToDictionary(group => group.Key, group => group.SelectMany(words => words.Skip(1)).ToArray(), StringComparer.Ordinal);
}
