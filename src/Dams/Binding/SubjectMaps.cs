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
    /// <param name="number">Which object it is.</param>
    /// <param name="takesNumbers">Whether an MRN may be a number, which has lost its zeros.</param>
    /// <exception cref="DamsException">A value of the object is none that a line can have.</exception>
    public static SubjectMapEntry? EntryOf(PSObject row, int number, bool takesNumbers) => row.BaseObject switch
    {
        SubjectMapEntry entry => entry,
        ProtectedSeries series => series.ToMapEntry(),
        _ => FromProperties(row, number, takesNumbers),
    };

    private static SubjectMap FromRows(IReadOnlyList<PSObject> rows)
    {
        var map = new SubjectMap();
        for (var i = 0; i < rows.Count; i++)
            map.Add(EntryOf(rows[i], i + 1, takesNumbers: true) ?? throw CmdletErrors.NoSubjectMapEntry(i + 1));
        return map;
    }

    private static SubjectMapEntry? FromProperties(PSObject row, int number, bool takesNumbers)
    {
        var cells = new RowValues(row).Cells;
        var columns = ColumnTitles.FindSubjectMap(cells.Select(cell => cell.Title).ToArray());
        if (columns[0] < 0 || columns[1] < 0)
            return null;
        var (subject, mrn, date) = (TextOf(cells[columns[0]].Value), cells[columns[1]].Value, columns[2] < 0 ? null : cells[columns[2]].Value);
        if (subject.Length == 0)
            return null;
        if (!takesNumbers && IsNumber(mrn))
            throw CmdletErrors.NumericMRN(number);
        return new SubjectMapEntry(subject, TextOf(mrn), DateOf(date, number));
    }

    private static string DateOf(object? date, int number)
    {
        if (TextOf(date).Length == 0)
            return "";
        try
        {
            return BirthDate.Read(date!);
        }
        catch (DamsException)
        {
            throw CmdletErrors.UnreadableCTDate(number);
        }
    }

    private static bool IsNumber(object? value) => value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal;

    private static string TextOf(object? value) => LanguagePrimitives.ConvertTo<string>(value)?.Trim() ?? "";

    private static object Unwrap(object given) => given is PSObject wrapped ? wrapped.BaseObject : given;
}
