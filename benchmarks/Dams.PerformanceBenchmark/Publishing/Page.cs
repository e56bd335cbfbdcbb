using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Benchmarks.Performance.Publishing;

/// <summary>Puts the tables into a page, between the two lines that say so, and the picture beside it; what stands around them is written by hand.</summary>
internal static class Page
{
    private const string Start = "<!-- results -->", End = "<!-- end of results -->";

    public static void Write(string path, Options options, IReadOnlyList<Comparison> comparisons)
    {
        var picture = Path.ChangeExtension(path, ".svg");
        File.WriteAllLines(picture, Chart.Of(comparisons[0]));
        var lines = File.ReadAllLines(path);
        IEnumerable<string> results =
        [
            Start, "", $"Medians of {options.Rounds} rounds.", "", $"![Time of each program]({Path.GetFileName(picture)})", "",
            .. comparisons.SelectMany(comparison => ResultTable.Of(comparison).Append("")), End,
        ];
        File.WriteAllLines(path, lines.TakeWhile(line => line != Start).Concat(results).Concat(lines.SkipWhile(line => line != End).Skip(1)));
    }
}
