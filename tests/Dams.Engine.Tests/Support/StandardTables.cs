using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Tests.Support;

/// <summary>
/// The tables of the standard as TSV, in the folder that DAMS_STANDARD names or in shared/standard beside the checkout.
/// </summary>
public static class StandardTables
{
    public const string Missing = "needs the tables of the standard: set DAMS_STANDARD to their folder";

    public static string? Folder { get; } = Find();

    /// <summary>The rows of a table, each a dictionary from the names of its columns.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder!, name));
        var columns = lines[0].Split('\t');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split('\t')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("DAMS_STANDARD") is { Length: > 0 } named)
            return Directory.Exists(named) ? named : null;
        var beside = Path.Combine(Repository.Root, "..", "shared", "standard");
        return Directory.Exists(beside) ? beside : null;
    }
}
