using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cli.Output;

/// <summary>A table, its columns as wide as what is in them.</summary>
internal static class TextTable
{
    /// <summary>Writes a table on standard output.</summary>
    public static void Write(string[] titles, IEnumerable<string[]> rows)
    {
        foreach (var line in Lines(titles, rows))
            Console.WriteLine(line);
    }

    public static IEnumerable<string> Lines(string[] titles, IEnumerable<string[]> rows)
    {
        string[][] all = [titles, .. rows];
        var widths = Enumerable.Range(0, titles.Length).Select(i => all.Max(row => row[i].Length)).ToArray();
        return all.Select(row => string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
    }
}
