using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Architecture;

/// <summary>The page that says where to go to change what leads to places that exist.</summary>
public sealed partial class ArchitecturePageTests
{
    private static readonly string Engine = Path.Combine(Repository.Root, "src", "Dams.Engine");

    [Fact]
    public void Every_path_in_the_table_of_changes_is_there()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "architecture.md"))
            .SkipWhile(line => line != "| To change | go to | and |").Skip(2).TakeWhile(line => line.StartsWith('|')).ToArray();
        var missing = rows.SelectMany(MissingIn).ToArray();

        Assert.True(rows.Length >= 20, $"{rows.Length} rows");
        Assert.Empty(string.Join(", ", missing));
    }

    /// <summary>The paths of a row that lead nowhere: below the engine, below the repository, or, without a folder, beside the path before.</summary>
    private static IEnumerable<string> MissingIn(string row)
    {
        var folder = Engine;
        foreach (var path in PathForm().Matches(row).Select(match => match.Groups["path"].Value).Where(path => !path.Contains('<') && !path.Contains('…')))
        {
            var found = new[] { Engine, Repository.Root, folder }.Select(root => Path.Combine(root, path)).FirstOrDefault(Path.Exists);
            if (found is null)
                yield return path;
            else
                folder = Path.GetDirectoryName(found)!;
        }
    }

    // Folders and files; an attribute or an option in backticks has neither a slash nor a name with an ending.
    [GeneratedRegex(@"`(?<path>[A-Za-z][^`\[]*?(?:/[^`]*|\.(?:cs|md|txt|json|ps1)))`")]
    private static partial Regex PathForm();
}
