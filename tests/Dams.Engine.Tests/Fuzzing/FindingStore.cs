using System.Globalization;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;
using Dams.Tests.Support;

namespace Dams.Tests.Fuzzing;

/// <summary>Keeps what was found below artifacts/fuzz: a folder for each kind, with the input and what was seen.</summary>
internal static class FindingStore
{
    private const int MostOfAKind = 5;
    private const int LongestName = 100;

    public static string Root { get; } = Path.Combine(Repository.Root, "artifacts", "fuzz");

    /// <summary>Saves a finding, unless there are enough of its kind.</summary>
    public static void Save(FuzzFinding finding)
    {
        var folder = Path.Combine(Root, FolderOf(finding.Kind));
        Directory.CreateDirectory(folder);
        var name = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{finding.Case.Target}-{finding.Case.Seed}-{finding.Case.Number}"));
        if (File.Exists(name + ".txt") || Directory.GetFiles(folder, "*.txt").Length >= MostOfAKind)
            return;
        File.WriteAllBytes(name + ".bin", finding.Case.Bytes);
        File.WriteAllText(name + ".txt", $"{finding.Kind}\n{finding.Detail}\nagain: fuzz {finding.Case}\n", Encoding.UTF8);
    }

    private static string FolderOf(string kind)
    {
        var name = Regex.Replace(kind, "[^A-Za-z0-9]+", "-").Trim('-');
        return name.Length > LongestName ? name[..LongestName] : name;
    }
}
