using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Help;

/// <summary>
/// A page about a cmdlet: its name as title, a sentence, and the sections Description, Examples, Parameters, Inputs,
/// Outputs and Related. Paragraphs are parted by empty lines.
/// </summary>
internal sealed record CmdletPage(
    string Name,
    string Synopsis,
    IReadOnlyList<string> Description,
    IReadOnlyList<(string Title, string Code, IReadOnlyList<string> Remarks)> Examples,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Parameters,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<string> Related)
{
    private const string Fence = "```";

    public static CmdletPage Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var sections = Split(lines, "## ");
        var head = sections[""];
        return new CmdletPage(
            head.First(line => line.StartsWith("# ", StringComparison.Ordinal))[2..],
            Paragraphs(head.Where(line => !line.StartsWith("# ", StringComparison.Ordinal)))[0],
            Section("Description"),
            Split(Lines("Examples"), "### ").Where(part => part.Key.Length > 0).Select(ReadExample).ToArray(),
            Split(Lines("Parameters"), "### -").Where(part => part.Key.Length > 0)
                .ToDictionary(part => part.Key, part => Paragraphs(part.Value)),
            Section("Inputs"),
            Section("Outputs"),
            Section("Related"));

        IReadOnlyList<string> Section(string name) => Paragraphs(Lines(name));

        List<string> Lines(string name) => sections.TryGetValue(name, out var found) ? found : [];
    }

    private static (string Title, string Code, IReadOnlyList<string> Remarks) ReadExample(KeyValuePair<string, List<string>> part)
    {
        var start = part.Value.FindIndex(line => line.StartsWith(Fence, StringComparison.Ordinal));
        var end = part.Value.FindIndex(start + 1, line => line == Fence);
        return (
            part.Key,
            string.Join("\n", part.Value.Skip(start + 1).Take(end - start - 1)),
            Paragraphs(part.Value.Skip(end + 1)));
    }

    private static Dictionary<string, List<string>> Split(IEnumerable<string> lines, string mark)
    {
        var sections = new Dictionary<string, List<string>> { [""] = [] };
        var current = sections[""];
        var isCode = false;
        foreach (var line in lines)
        {
            isCode ^= line.StartsWith(Fence, StringComparison.Ordinal);
            if (!isCode && line.StartsWith(mark, StringComparison.Ordinal))
                sections.Add(line[mark.Length..].Trim(), current = []);
            else
                current.Add(line);
        }
        return sections;
    }

    /// <summary>Text without the marks of Markdown, which Get-Help would show.</summary>
    private static IReadOnlyList<string> Paragraphs(IEnumerable<string> lines) =>
        string.Join("\n", lines).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => paragraph.Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal))
            .ToArray();
}
