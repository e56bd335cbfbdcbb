using System.IO;
using System.Linq;

namespace Dams.Help;

/// <summary>Makes the topics that <c>Get-Help about_…</c> shows of the pages in docs/about.</summary>
internal static class AboutTopics
{
    private const int Width = 80;

    /// <summary>Writes a topic for each page.</summary>
    /// <param name="pages">The folder of the pages.</param>
    /// <param name="culture">The folder of the topics: <c>en-US</c> beside the manifest.</param>
    public static void Write(string pages, string culture)
    {
        Directory.CreateDirectory(culture);
        foreach (var page in Directory.GetFiles(pages, "about_*.md"))
        {
            var name = Path.GetFileNameWithoutExtension(page) + ".help.txt";
            File.WriteAllLines(Path.Combine(culture, name), File.ReadLines(page).SelectMany(Lines));
        }
    }

    private static string[] Lines(string line) => line switch
    {
        ['#', '#', ..] => [line.TrimStart('#', ' ').ToUpperInvariant()],
        ['#', ..] => ["TOPIC", "    " + line.TrimStart('#', ' ')],
        [' ', ..] => ["    " + line],
        _ => Wrap(line),
    };

    private static string[] Wrap(string line)
    {
        var lines = new System.Collections.Generic.List<string> { "" };
        foreach (var word in line.Split(' '))
        {
            if (lines[^1].Length + word.Length > Width)
                lines.Add("");
            lines[^1] += (lines[^1].Length == 0 ? "    " : " ") + word;
        }
        return [.. lines.Select(text => text.TrimEnd())];
    }
}
