using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Dams.Tables;

/// <summary>
/// One table of facts of the standard: UTF-8 text, a line of column names, then a line for each row, cells separated by tabs.
/// </summary>
/// <param name="Name">The file name.</param>
/// <param name="Key">The columns that together name a row: no two rows have the same.</param>
/// <param name="Columns">The columns that the tests read.</param>
public sealed record FactTable(string Name, string[] Key, string[] Columns)
{
    /// <summary>The tables that the tests hold the engine against.</summary>
    public static IReadOnlyList<FactTable> All { get; } =
    [
        new("dictionary.tsv", ["tag"], ["tag", "vr", "vm", "keyword", "name", "retired"]),
        new("uids.tsv", ["uid"], ["uid", "name", "type", "endian", "explicit", "encapsulated", "deflated"]),
        new("confidentiality-profile.tsv", ["tag"],
        [
            "tag", "keyword", "name", "retired", "in_std_comp_iod", "basic", "rtn_safe_priv", "rtn_uids", "rtn_dev_id",
            "rtn_inst_id", "rtn_pat_chars", "rtn_long_full_dates", "rtn_long_modif_dates", "clean_desc",
            "clean_struct_cont", "clean_graph",
        ]),
        new("attribute-types.tsv", ["sop_class_uid", "tag", "path"], ["sop_class_uid", "tag", "path", "type"]),
    ];

    /// <summary>Copies the columns from one folder to another.</summary>
    /// <returns>How many rows there are.</returns>
    /// <exception cref="InvalidDataException">A column is missing, a row is cut off, or a key occurs twice.</exception>
    public int Copy(string from, string to)
    {
        var lines = File.ReadAllLines(Path.Combine(from, Name));
        var header = lines[0].Split('\t');
        var columns = Array.ConvertAll(Columns, column => IndexOf(header, column));
        var key = Array.ConvertAll(Key, column => IndexOf(header, column));
        var (keys, text) = (new HashSet<string>(StringComparer.Ordinal), new StringBuilder());
        text.AppendJoin('\t', Columns).Append('\n');
        foreach (var line in lines.Skip(1))
        {
            var cells = line.Split('\t');
            if (cells.Length != header.Length)
                throw new InvalidDataException($"{Name}: a row has {cells.Length} cells where the header has {header.Length}.");
            if (!keys.Add(string.Join('\t', key.Select(index => cells[index]))))
                throw new InvalidDataException($"{Name}: a key occurs twice.");
            text.AppendJoin('\t', columns.Select(index => cells[index])).Append('\n');
        }
        File.WriteAllText(Path.Combine(to, Name), text.ToString());
        return keys.Count;
    }

    private int IndexOf(string[] header, string column) => Array.IndexOf(header, column) is var index and >= 0
        ? index
        : throw new InvalidDataException($"{Name} has no column {column}.");
}
