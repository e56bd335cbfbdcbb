using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Tests.Support;

/// <summary>
/// The facts of the standard in the folder Standard of this project. The engine has its own form of them: here the one is
/// checked against the other.
/// </summary>
internal static class StandardTables
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Dams.Engine.Tests", "Standard");

    /// <summary>The cells of each line of a table but the first.</summary>
    public static IEnumerable<string[]> Lines(string name) =>
        File.ReadLines(Path.Combine(Folder, name)).Skip(1).Select(line => line.Split('\t'));

    /// <summary>The rows of a table, each a dictionary from the names of its columns.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string name)
    {
        var columns = File.ReadLines(Path.Combine(Folder, name)).First().Split('\t');
        return [.. Lines(name).Select(cells => columns.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second))];
    }
}
