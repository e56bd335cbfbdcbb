using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cli.Output;

/// <summary>A table on standard output, its columns as wide as what is in them.</summary>
internal static class TextTable
{
    public static void Write(string[] titles, IEnumerable<string[]> rows)
    {
        string[][] all = [titles, .. rows];
        var widths = Enumerable.Range(0, titles.Length).Select(i => all.Max(row => row[i].Length)).ToArray();
        foreach (var row in all)
            Console.WriteLine(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
    }
}
