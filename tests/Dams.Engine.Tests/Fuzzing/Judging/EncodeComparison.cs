using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Tests.Support.Reading;

namespace Dams.Tests.Fuzzing.Judging;

/// <summary>Encode changes six attributes, and lengths that count them; all other values stay, in their order.</summary>
internal static class EncodeComparison
{
    private static readonly HashSet<uint> Changed = [0x00100010, 0x00100020, 0x00100030, 0x00080080, 0x00080081, 0x00081030, 0x00080001];

    /// <summary>The first difference; null where there is none.</summary>
    public static string? Difference(FileReading source, FileReading output)
    {
        var (before, after) = (Kept(source.Dataset).ToArray(), Kept(output.Dataset).ToArray());
        for (var i = 0; i < Math.Min(before.Length, after.Length); i++)
        {
            if (before[i].Tag != after[i].Tag || before[i].Vr != after[i].Vr)
                return $"{before[i].Name} {before[i].Vr} became {after[i].Name} {after[i].Vr}";
            if (before[i].Items is null && !before[i].Value.AsSpan().SequenceEqual(after[i].Value))
                return $"the value of {before[i].Name} is another";
        }
        return before.Length == after.Length ? null : $"{before.Length} elements became {after.Length}";
    }

    private static IEnumerable<ElementReading> Kept(IEnumerable<ElementReading> elements) => elements
        .Where(element => !Changed.Contains(element.Tag) && (element.Tag & 0xFFFF) != 0)
        .SelectMany(element => new[] { element }.Concat((element.Items ?? []).SelectMany(item => Kept(item.Elements))));
}
