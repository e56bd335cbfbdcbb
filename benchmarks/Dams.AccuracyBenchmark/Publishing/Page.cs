using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Benchmarks.Accuracy.Scoring;

namespace Dams.Benchmarks.Accuracy.Publishing;

/// <summary>Puts the tables into docs/accuracy.md, between the two lines that say so; what stands around them is written by hand.</summary>
internal static class Page
{
    private const string Start = "<!-- results -->", End = "<!-- end of results -->";

    public static void Write(string path, IReadOnlyList<int> seeds, IReadOnlyList<Score> scores, IReadOnlyList<Finding> findings)
    {
        var lines = File.ReadAllLines(path);
        IEnumerable<string> results =
        [
            Start, "", $"Seeds {string.Join(", ", seeds)}.", "",
            .. ResultTable.All(scores), "", .. WhatIsLeft(findings), "", End,
        ];
        File.WriteAllLines(path, lines.TakeWhile(line => line != Start).Concat(results).Concat(lines.SkipWhile(line => line != End).Skip(1)));
    }

    private static IEnumerable<string> WhatIsLeft(IReadOnlyList<Finding> findings)
    {
        var left = findings.Where(finding => finding.Tool == "Dams" && finding.Verdict is "left" or "elsewhere" or "doubtful")
            .GroupBy(finding => (finding.Profile, Kind: finding.Verdict == "doubtful" ? "reads as its attribute" : ResultTable.NameOf(finding.Planting.Kind)))
            .OrderByDescending(group => group.Count());
        yield return "| Dams leaves | of kind | so many | most often |";
        yield return "| --- | --- | --- | --- |";
        foreach (var group in left)
        {
            var usual = group.GroupBy(finding => finding.Planting.What)
                .OrderByDescending(what => what.Count())
                .Take(4)
                .Select(what => $"{what.Key} ({what.Count()})");
            yield return $"| {group.Key.Profile} | {group.Key.Kind} | {group.Count()} | {string.Join("; ", usual)} |";
        }
    }
}
