using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Tests.Support;

/// <summary>
/// The tables of the standard as they were copied from it, in the folder that DAMS_STANDARD names or in shared/standard
/// beside the checkout. The engine has its own form of them: here the one is checked against the other.
/// </summary>
internal static class StandardTables
{
    public const string Missing = "needs the tables of the standard: set DAMS_STANDARD to their folder";

    public static string? Folder { get; } = Find();

    /// <summary>The cells of each line of a table but the first.</summary>
    public static IEnumerable<string[]> Lines(string name) => Folder is null
        ? []
        : File.ReadLines(Path.Combine(Folder, name)).Skip(1).Select(line => line.Split('\t'));

    /// <summary>The rows of a table, each a dictionary from the names of its columns.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string name)
    {
        var columns = File.ReadLines(Path.Combine(Folder!, name)).First().Split('\t');
        return [.. Lines(name).Select(cells => columns.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("DAMS_STANDARD") is { Length: > 0 } named)
            return Directory.Exists(named) ? named : null;
        var beside = Path.Combine(Repository.Root, "..", "shared", "standard");
        return Directory.Exists(beside) ? beside : null;
    }
}
