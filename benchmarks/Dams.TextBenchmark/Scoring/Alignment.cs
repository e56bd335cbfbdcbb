using System;
using System.Collections.Generic;

namespace Dams.Benchmarks.Text.Scoring;

/// <summary>Which words of a text are still there, in their order: those of a longest common subsequence.</summary>
internal static class Alignment
{
    public static bool[] Matched(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var lengths = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
                lengths[i, j] = before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }
        var matched = new bool[before.Count];
        for (int i = 0, j = 0; i < before.Count && j < after.Count;)
        {
            if (before[i] == after[j])
                (matched[i++], j) = (true, j + 1);
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
                i++;
            else
                j++;
        }
        return matched;
    }
}
