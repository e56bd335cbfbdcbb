using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>The readings of Japanese names, whole or by the characters they are made of, and the ways to write them: Hepburn, Kunrei, with and without long vowels.</summary>
internal static class JapaneseReadings
{
    private const int MostComposed = 40, MostReadings = 3, ShortestComposed = 4;

    // From Kunrei, as the table has it, to Hepburn: the longer first.
    private static readonly (string Kunrei, string Hepburn)[] Syllables =
    [
        ("SY", "SH"), ("TY", "CH"), ("ZY", "J"), ("SI", "SHI"), ("TI", "CHI"), ("TU", "TSU"), ("HU", "FU"), ("ZI", "JI"),
    ];

    // SHI is no SH and an I.
    private static readonly (string Kunrei, string Hepburn)[] FromHepburn = [.. Syllables.OrderByDescending(pair => pair.Hepburn.Length)];

    private static readonly Lazy<Dictionary<string, string[]>> Families = new(() => Table("family"));
    private static readonly Lazy<Dictionary<string, string[]>> Givens = new(() => Table("given"));
    // Names whose readings their characters do not tell; many are words too, so that without a reading they are no names.
    private static readonly Lazy<Dictionary<string, string[]>> OtherFamilies = new(() => Table("family", "names"));
    private static readonly Lazy<Dictionary<string, string[]>> OtherGivens = new(() => Table("given", "names"));
    private static readonly Lazy<Dictionary<string, string[]>> Sounds = new(() => Table("sound"));
    private static readonly Lazy<Dictionary<string, string[]>> Keys = new(() =>
        Sounds.Value.ToDictionary(pair => pair.Key, pair => pair.Value.Select(Key).Distinct().ToArray(), StringComparer.Ordinal));

    private static readonly Lazy<ILookup<string, char>> Starts = new(() => Families.Value.Concat(OtherFamilies.Value)
        .SelectMany(family => family.Value.Select(reading => (Key: Key(reading), Start: family.Key[0]))).ToLookup(pair => pair.Key, pair => pair.Start));

    /// <summary>Whether a character stands in names.</summary>
    public static bool IsOfNames(char character) => Sounds.Value.ContainsKey(character.ToString());

    public static bool IsFamily(string text) => Families.Value.ContainsKey(text);

    /// <summary>Whether a text is a family's name, a rare one or a word included.</summary>
    public static bool CanBeFamily(string text) => IsFamily(text) || OtherFamilies.Value.ContainsKey(text);

    /// <summary>Whether a given name is one that the table has as a whole.</summary>
    public static bool IsGiven(string text) => Givens.Value.ContainsKey(text);

    /// <summary>Whether a family's name is read so.</summary>
    /// <param name="key">As <see cref="Key"/> makes it.</param>
    public static bool IsFamily(string text, string key) => IsListed(Families.Value, text, key) || IsListed(OtherFamilies.Value, text, key) || IsRead(text, 0, key, 0, '\0');

    /// <summary>The characters with which a family's name that is read so can start.</summary>
    public static IEnumerable<char> StartsOf(string key) =>
        Starts.Value[key].Concat(Keys.Value.Where(pair => pair.Value.Any(sound => key.StartsWith(sound, StringComparison.Ordinal))).Select(pair => pair.Key[0]));

    /// <summary>Whether a given name is read so.</summary>
    public static bool IsGiven(string text, string key) => IsListed(Givens.Value, text, key) || IsListed(OtherGivens.Value, text, key) || IsRead(text, 0, key, 0, '\0');

    /// <summary>A family's name in Latin letters; none where the tables have no reading.</summary>
    public static IEnumerable<string> FamiliesOf(string family) =>
        (Families.Value.TryGetValue(family, out var readings) || OtherFamilies.Value.TryGetValue(family, out readings) ? readings : Composed(family).Where(reading => reading.Length >= ShortestComposed)).SelectMany(Written).Distinct();

    /// <summary>A given name in Latin letters; none where the tables have no reading.</summary>
    public static IEnumerable<string> GivensOf(string given) =>
        (Givens.Value.TryGetValue(given, out var readings) || OtherGivens.Value.TryGetValue(given, out readings) ? readings : []).Concat(Composed(given)).SelectMany(Written).Distinct();

    /// <summary>A key that is the same for all spellings of a reading.</summary>
    public static string Key(string latin)
    {
        var key = latin.Replace("'", "");
        foreach (var (kunrei, hepburn) in FromHepburn)
            key = key.Replace(hepburn, kunrei);
        return key.Replace("MB", "NB").Replace("MP", "NP").Replace("OU", "O").Replace("OO", "O").Replace("OH", "O").Replace("UU", "U");
    }

    private static bool IsListed(Dictionary<string, string[]> table, string text, string key) =>
        table.TryGetValue(text, out var readings) && readings.Any(reading => Key(reading) == key);

    /// <summary>Whether the characters of a name, from one on, can be read as the rest of a key.</summary>
    /// <param name="before">The last letter of what was read; it may make one long vowel with the next.</param>
    private static bool IsRead(string name, int index, string key, int place, char before)
    {
        if (index == name.Length)
            return place == key.Length && index > 0;
        // 木下 is read with a syllable that nobody writes.
        if (index > 0 && StartsAt(key, place, "NO") && IsReadAt(name, index, key, place + 2, 'O'))
            return true;
        return IsReadAt(name, index, key, place, before);
    }

    private static bool IsReadAt(string name, int index, string key, int place, char before)
    {
        var length = Kana.LengthOfSyllable(name, index);
        foreach (var sound in SoundsAt(name, index, length, Keys.Value))
        {
            if (StartsAt(key, place, sound) && IsRead(name, index + length, key, place + sound.Length, LastOf(sound, before)))
                return true;
            var isLong = sound.Length > 0 && (before == 'O' ? sound[0] is 'O' or 'U' : before == 'U' && sound[0] == 'U');
            if (isLong && StartsAt(key, place, sound.Substring(1)) && IsRead(name, index + length, key, place + sound.Length - 1, LastOf(sound, before)))
                return true;
        }
        return false;
    }

    private static char LastOf(string sound, char before) => sound.Length > 0 ? sound[sound.Length - 1] : before;

    private static bool StartsAt(string key, int place, string sound) => string.CompareOrdinal(key, place, sound, 0, sound.Length) == 0;

    private static IEnumerable<string> SoundsAt(string name, int index, int length, Dictionary<string, string[]> table)
    {
        if (Kana.IsKana(name[index]))
            return [Kana.ToLatin(name.Substring(index, length))];
        var character = name[index] == '々' && index > 0 ? name[index - 1] : name[index];
        var sounds = table.TryGetValue(character.ToString(), out var found) ? found : [];
        return index == 0 ? sounds : sounds.SelectMany(sound => Voiced(sound) is { } voiced ? new[] { sound, voiced } : [sound]);
    }

    /// <summary>A reading as it sounds behind another: KAWA is GAWA there; null where it stays.</summary>
    private static string? Voiced(string sound) => sound[0] switch
    {
        'K' => "G" + sound.Substring(1),
        'S' => "Z" + sound.Substring(1),
        'H' => "B" + sound.Substring(1),
        'T' => (sound.Length > 1 && sound[1] is 'I' or 'U' or 'Y' ? "Z" : "D") + sound.Substring(1),
        _ => null,
    };

    /// <summary>The readings of a name by its characters, the first ones of each.</summary>
    private static IEnumerable<string> Composed(string name)
    {
        IEnumerable<string> readings = [""];
        for (var i = 0; i < name.Length;)
        {
            var length = Kana.LengthOfSyllable(name, i);
            var sounds = SoundsAt(name, i, length, Sounds.Value).Take(2 * MostReadings).ToArray();
            readings = readings.SelectMany(before => sounds.Select(sound => before + sound)).Take(MostComposed).ToArray();
            i += length;
        }
        return name.Length == 0 ? [] : readings;
    }

    private static string[] Written(string kunrei)
    {
        var hepburn = Syllables.Aggregate(kunrei, (text, pair) => text.Replace(pair.Kunrei, pair.Hepburn));
        return [.. new[] { hepburn, kunrei }.SelectMany(text => new[] { Short(text, ""), text, Short(text, "H"), Short(text, "").Replace("NITI", "N ITI").Replace("NICHI", "N ICHI") })];
    }

    private static string Short(string text, string mark) => text.Replace("OU", "O" + mark).Replace("OO", "O" + mark).Replace("UU", "U");

    private static Dictionary<string, string[]> Table(string kind, string table = "readings") => LanguageData.WordsIn("ja", table, kind)
        .Select(line => line.Split(' ')).GroupBy(words => words[0]).ToDictionary(group => group.Key, group => group.SelectMany(words => words.Skip(1)).Distinct().ToArray(), StringComparer.Ordinal);
}
