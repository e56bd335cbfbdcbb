using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Takes subject maps as people have them: the path of a CSV, what Import-SubjectMap gives, rows of a list.</summary>
internal static class SubjectMaps
{
    /// <summary>The map that a parameter means.</summary>
    /// <exception cref="DamsException">It cannot be read.</exception>
    public static SubjectMap Read(object given, PathResolver paths) => Unwrap(given) switch
    {
        SubjectMap made => made,
        string path => SubjectMap.Read(paths.ResolveParameter(nameof(SubjectMap), path)),
        FileInfo file => SubjectMap.Read(file.FullName),
        _ => FromRows(LanguagePrimitives.ConvertTo<PSObject[]>(given)),
    };

    /// <summary>The line that an object stands for; null where it lacks a subject or an MRN.</summary>
    public static SubjectMapEntry? EntryOf(PSObject row) => row.BaseObject switch
    {
        SubjectMapEntry entry => entry,
        ProtectedSeries series => series.ToMapEntry(),
        _ => FromProperties(row),
    };

    private static SubjectMap FromRows(IReadOnlyList<PSObject> rows)
    {
        var map = new SubjectMap();
        for (var i = 0; i < rows.Count; i++)
            map.Add(EntryOf(rows[i]) ?? throw CmdletErrors.NoSubjectMapEntry(i + 1));
        return map;
    }

    private static SubjectMapEntry? FromProperties(PSObject row)
    {
        var properties = row.Properties.Where(property => property.IsGettable).ToArray();
        var columns = ColumnTitles.FindSubjectMap(properties.Select(property => property.Name).ToArray());
        if (columns[0] < 0 || columns[1] < 0)
            return null;
        var values = columns.Select(i => i < 0 ? "" : TextOf(properties[i].Value)).ToArray();
        return values[0].Length == 0 ? null : new SubjectMapEntry(values[0], values[1], values[2]);
    }

    private static string TextOf(object? value) => LanguagePrimitives.ConvertTo<string>(value)?.Trim() ?? "";

    private static object Unwrap(object given) => given is PSObject wrapped ? wrapped.BaseObject : given;
}
