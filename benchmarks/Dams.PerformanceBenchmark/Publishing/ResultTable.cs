using System.Collections.Generic;
using System.Globalization;

namespace Dams.Benchmarks.Performance.Publishing;

/// <summary>A comparison as a table of Markdown.</summary>
internal static class ResultTable
{
    public static IEnumerable<string> Of(Comparison comparison)
    {
        yield return $"### {comparison.Title}";
        yield return "";
        yield return "| program | time, s | / cp | processor, s | / cp | memory, MiB | files/s |";
        yield return "| --- | ---: | ---: | ---: | ---: | ---: | ---: |";
        foreach (var (name, run) in comparison.Rows)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {run.Seconds:F2} | {run.Seconds / comparison.Copy.Seconds:F2} | {run.ProcessorSeconds:F2} | {run.ProcessorSeconds / comparison.Copy.ProcessorSeconds:F2} | {run.PeakMebibytes:F0} | {comparison.Files / run.Seconds:F0} |");
        }
    }
}
