using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>Words that occur nowhere else, so that whoever meets one knows which value it came from.</summary>
internal static class Markers
{
    private const int Letters = 8;

    /// <summary>Another word.</summary>
    public static string Next(Random random) => "Qz" + string.Concat(Enumerable.Range(0, Letters).Select(_ => (char)('a' + random.Next(26))));

    /// <summary>The words in some bytes, each as often as it is there.</summary>
    public static IEnumerable<string> In(byte[] bytes) =>
        Regex.Matches(Encoding.Latin1.GetString(bytes), "Qz[a-z]{8}").Select(match => match.Value);

    /// <summary>The words in the values that have to go, of which none stands anywhere else.</summary>
    public static IReadOnlyList<string> OnlyIn(IEnumerable<byte[]> values, byte[] whole)
    {
        var everywhere = In(whole).CountBy(word => word).ToDictionary();
        return [.. values.SelectMany(In).CountBy(word => word)
            .Where(pair => everywhere.TryGetValue(pair.Key, out var count) && count == pair.Value).Select(pair => pair.Key)];
    }
}
