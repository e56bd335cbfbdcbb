using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dams.Tables;

/// <summary>An attribute in an IOD.</summary>
/// <param name="Path">The sequences around it, outermost first, with slashes between.</param>
/// <param name="Type">1, 2 or 3; of a conditional one, what it is where the condition is met.</param>
internal sealed record DefinedAttribute(string Tag, string Path, int Type)
{
    /// <summary>The type of an attribute that may be absent.</summary>
    public const int Optional = 3;
}

/// <summary>The IODs of PS3.3 as what their modules, functional groups and macros come to.</summary>
internal sealed partial class ObjectDefinitions(DocBookPart objects)
{
    private const string ContentSequence = "0040A730";

    private readonly Dictionary<string, IReadOnlyList<MacroLine>> _lines = new(StringComparer.Ordinal);

    /// <summary>What a line of a table of attributes says.</summary>
    /// <param name="Depth">How many sequences of the same table it is in.</param>
    /// <param name="Tag">The attribute; null where the line includes a macro.</param>
    /// <param name="Macro">The id of the table that it includes; null where it includes the functional groups of the IOD.</param>
    /// <param name="Specialized">The types that attributes of the macro have here.</param>
    private sealed record MacroLine(int Depth, string? Tag, int Type, string? Macro, IReadOnlyDictionary<string, int> Specialized);

    /// <summary>The attributes of the IOD that a section defines, as often as they are given a type.</summary>
    public IReadOnlyList<DefinedAttribute> AttributesOf(string section)
    {
        var tables = objects.TablesWithin(section);
        var groups = tables.Where(AreGroups).ToArray();
        // An IOD that has the functional groups of another refers to their table.
        if (groups.Length == 0)
            groups = [.. objects.TablesReferredToIn(section).Where(AreGroups)];
        var macros = Definitions(groups).ToArray();
        var found = new List<DefinedAttribute>();
        foreach (var module in Definitions(tables.Where(table => table.HasColumn("Module"))))
            Expand(module, [], [], NoTypes, macros, found);
        return found;
    }

    private static Dictionary<string, int> NoTypes { get; } = [];

    /// <summary>The tables of attributes of the modules or macros that tables of an IOD name.</summary>
    private IEnumerable<string> Definitions(IEnumerable<DocBookTable> tables) => tables
        .SelectMany(table => table.Cells(table.HasColumn("Reference") ? "Reference" : "Section")).SelectMany(cell => cell.Links).Distinct()
        .Select(section => objects.TablesOf(section).FirstOrDefault(table => table.HasColumn("Tag") && table.HasColumn("Type")))
        .OfType<DocBookTable>().Select(table => table.Id);

    private static bool AreGroups(DocBookTable table) => table.HasColumn("Functional Group Macro");

    private void Expand(
        string id, IReadOnlyList<string> around, IReadOnlyList<string> within, IReadOnlyDictionary<string, int> specialized,
        IReadOnlyList<string> groups, List<DefinedAttribute> found)
    {
        var sequences = new List<string>();
        foreach (var line in LinesOf(id))
        {
            if (line.Depth < sequences.Count)
                sequences.RemoveRange(line.Depth, sequences.Count - line.Depth);
            if (line.Tag is not null)
            {
                found.Add(new DefinedAttribute(line.Tag, PathOf(around.Concat(sequences)), specialized.GetValueOrDefault(line.Tag, line.Type)));
                sequences.Add(line.Tag);
                continue;
            }
            // What includes itself, as content items do, is taken once.
            foreach (var macro in (line.Macro is null ? groups : [line.Macro]).Where(macro => macro != id && !within.Contains(macro)))
                Expand(macro, [.. around, .. sequences], [.. within, id], line.Specialized, groups, found);
        }
    }

    // Content items nest to any depth; the table has them once.
    private static string PathOf(IEnumerable<string> sequences)
    {
        var path = new List<string>();
        foreach (var sequence in sequences)
        {
            if (sequence != ContentSequence || path.LastOrDefault() != ContentSequence)
                path.Add(sequence);
        }
        return string.Join('/', path);
    }

    private IReadOnlyList<MacroLine> LinesOf(string id)
    {
        if (!_lines.TryGetValue(id, out var lines))
            _lines.Add(id, lines = [.. objects.Table(id).Rows.Select(Read).OfType<MacroLine>()]);
        return lines;
    }

    private static MacroLine? Read(DocBookCell[] row)
    {
        if (row.Length == 0)
            return null;
        var depth = DepthForm().Match(row[0].Text).Value.Count(character => character == '>');
        var name = row[0].Text.TrimStart('>', ' ');
        if (name.StartsWith("Include", StringComparison.OrdinalIgnoreCase))
        {
            var macro = row[0].Links.FirstOrDefault(link => link.StartsWith("table_", StringComparison.Ordinal));
            return macro is not null || name.Contains("Functional Group Macro", StringComparison.OrdinalIgnoreCase)
                ? new MacroLine(depth, null, DefinedAttribute.Optional, macro, SpecializedIn(string.Join(' ', row.Skip(1).Select(cell => cell.Text))))
                : null;
        }
        for (var i = 1; i < row.Length; i++)
        {
            if (ElementTable.TagOf(row[i].Text) is { } tag)
                return new MacroLine(depth, tag, i + 1 < row.Length ? TypeOf(row[i + 1].Text) : DefinedAttribute.Optional, null, NoTypes);
        }
        return null;
    }

    private static int TypeOf(string printed) => printed.Length > 0 && printed[0] is '1' or '2' ? printed[0] - '0' : DefinedAttribute.Optional;

    private static Dictionary<string, int> SpecializedIn(string text)
    {
        var types = new Dictionary<string, int>();
        foreach (Match match in SpecializedForm().Matches(text))
            types[ElementTable.TagOf(match.Groups["tag"].Value)!] = match.Groups["type"].Value[0] - '0';
        return types;
    }

    [GeneratedRegex("^[> ]*")]
    private static partial Regex DepthForm();

    // "Protocol Context Sequence (0040,0440) is Type 1", "… is specialized to be Type 1C".
    [GeneratedRegex(@"(?<tag>\([0-9A-F]{4},[0-9A-F]{4}\)) (is specialized to be|is|shall be) Type (?<type>[123])")]
    private static partial Regex SpecializedForm();
}
