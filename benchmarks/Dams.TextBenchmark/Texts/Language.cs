using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Benchmarks.Text.Texts;

/// <summary>What is written in a language: names, places, forms of dates, and the lines of reports.</summary>
internal sealed class Language
{
    private readonly Dictionary<string, List<string>> _sections;
    private readonly string _set;

    private Language(string name, Dictionary<string, List<string>> sections, string set)
    {
        (Name, _sections, _set) = (name, sections, set);
    }

    public string Name { get; }

    /// <summary>Whether names are written without a space, the family's first.</summary>
    public bool IsAsian => Name is "ko" or "ja" or "zh";

    /// <summary>Reads the files of a language in the folder Data, and in that of a blind set where one is asked for: sections in brackets, a # before a remark on the first lines.</summary>
    public static Language Read(string folder, string name, string set, string blind)
    {
        var sections = new Dictionary<string, List<string>>();
        var current = new List<string>();
        foreach (var line in Files(folder, name, blind).SelectMany(File.ReadLines).Where(line => line.Length > 0 && !line.StartsWith("# ", System.StringComparison.Ordinal)))
        {
            if (line[0] == '[')
                sections.Add(line.Trim('[', ']'), current = []);
            else
                current.Add(line);
        }
        return new(name, sections, set);
    }

    /// <summary>The entries of a section that both sets share.</summary>
    public IReadOnlyList<string> Shared(string section) => _sections[section];

    /// <summary>The entries of a section of the set; none where it has none.</summary>
    public IReadOnlyList<string> Of(string section) => _sections.TryGetValue($"{section} {_set}", out var found) ? found : [];

    /// <summary>The lines that have nothing planted in them.</summary>
    public IReadOnlyList<string> Clinical => Of("clinical") is { Count: > 0 } own ? own : Shared("clinical");

    private static string[] Files(string folder, string name, string blind) =>
        blind.Length == 0 ? [Path.Combine(folder, name + ".txt")] : [Path.Combine(folder, name + ".txt"), Path.Combine(folder, "Blind", blind, name + ".txt")];
}
