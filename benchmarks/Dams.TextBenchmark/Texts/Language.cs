using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Benchmarks.Text.Texts;

/// <summary>What is written in a language: names, places, forms of dates, and the lines of reports.</summary>
internal sealed class Language
{
    private readonly Dictionary<string, List<string>> _sections;
    private readonly string _set;

    private Language(string name, Dictionary<string, List<string>> sections, bool isHeldOut)
    {
        (Name, _sections, _set) = (name, sections, isHeldOut ? "hold" : "develop");
    }

    public string Name { get; }

    public bool IsHeldOut => _set == "hold";

    /// <summary>Whether names are written without a space, the family's first.</summary>
    public bool IsAsian => Name is "ko" or "ja" or "zh";

    /// <summary>Reads a file of the folder Data: sections in brackets, a # before a remark on the first lines.</summary>
    public static Language Read(string path, bool isHeldOut)
    {
        var sections = new Dictionary<string, List<string>>();
        var current = new List<string>();
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0 && !line.StartsWith("# ", System.StringComparison.Ordinal)))
        {
            if (line[0] == '[')
                sections.Add(line.Trim('[', ']'), current = []);
            else
                current.Add(line);
        }
        return new(Path.GetFileNameWithoutExtension(path), sections, isHeldOut);
    }

    /// <summary>The entries of a section that both sets share.</summary>
    public IReadOnlyList<string> Shared(string section) => _sections[section];

    /// <summary>The entries of a section of the set; none where it has none.</summary>
    public IReadOnlyList<string> Of(string section) => _sections.TryGetValue($"{section} {_set}", out var found) ? found : [];
}
