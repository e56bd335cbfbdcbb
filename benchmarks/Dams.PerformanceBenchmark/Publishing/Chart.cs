using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;

namespace Dams.Benchmarks.Performance.Publishing;

/// <summary>The times of a comparison as bars, in SVG. A bar's length is its logarithm: a script takes fifty times what a copy takes.</summary>
internal static class Chart
{
    private const int RowHeight = 26, NamesWidth = 300, BarsWidth = 420, ValuesWidth = 120;

    public static IEnumerable<string> Of(Comparison comparison)
    {
        var height = (comparison.Rows.Count + 1) * RowHeight;
        var times = comparison.Rows.Select(row => row.Median.Seconds / comparison.Copy.Seconds).ToList();
        var (least, most) = (Math.Log(times.Min() / 2), Math.Log(times.Max()));
        yield return Format($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{NamesWidth + BarsWidth + ValuesWidth}\" height=\"{height}\" font-family=\"sans-serif\" font-size=\"13\">");
        yield return Format($"<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        yield return Format($"<text x=\"8\" y=\"18\" font-weight=\"bold\">{SecurityElement.Escape(comparison.Title)}: time / cp -r, logarithmic</text>");
        foreach (var ((name, _), index) in comparison.Rows.Select((row, index) => (row, index)))
        {
            var top = (index + 1) * RowHeight;
            var width = BarsWidth * (Math.Log(times[index]) - least) / Math.Max(most - least, 1e-9);
            var color = name.Contains("dams", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Protect-", StringComparison.Ordinal) ? "#2b7a4b" : "#8a8f98";
            yield return Format($"<text x=\"{NamesWidth - 8}\" y=\"{top + 17}\" text-anchor=\"end\">{SecurityElement.Escape(name)}</text>");
            yield return Format($"<rect x=\"{NamesWidth}\" y=\"{top + 4}\" width=\"{width:F1}\" height=\"{RowHeight - 8}\" fill=\"{color}\"/>");
            yield return Format($"<text x=\"{NamesWidth + width + 6:F1}\" y=\"{top + 17}\">{times[index]:F2}</text>");
        }
        yield return "</svg>";
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
