using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Dams.Subjects;

/// <summary>The CSV of a subject map: its own lines, columns and separator stay as they are, whatever else they hold.</summary>
internal sealed class SubjectMapFile
{
    private readonly List<List<string>> _records;
    private readonly int[] _columns;

    private readonly char _separator;

    private SubjectMapFile(List<List<string>> records, char separator = ',')
    {
        _records = records;
        _separator = separator;
        _columns = ColumnTitles.FindSubjectMap(records.Count == 0 ? [] : records[0]);
        if (_columns[0] < 0 || _columns[1] < 0)
            throw SubjectErrors.MalformedSubjectMap();
    }

    /// <summary>The lines that name a subject and an MRN.</summary>
    public IEnumerable<SubjectMapEntry> Entries => _records.Skip(1)
        .Select(record => Array.ConvertAll(_columns, i => i >= 0 && i < record.Count ? SpreadsheetCell.Unescape(record[i].Trim()) : ""))
        .Where(fields => fields[0].Length > 0)
        .Select(fields => new SubjectMapEntry(fields[0], fields[1], fields[2]));

    /// <summary>A map without lines.</summary>
    public static SubjectMapFile Empty() => new([["subj", "MRN", "CT_date"]]);

    /// <exception cref="DamsException">The file cannot be read, is not UTF-8 or lacks a column.</exception>
    public static SubjectMapFile Read(string path)
    {
        try
        {
            using var reader = new StreamReader(RegularFile.OpenRead(path), new UTF8Encoding(false, throwOnInvalidBytes: true));
            var text = reader.ReadToEnd();
            var separator = CsvText.FindSeparator(text);
            return new SubjectMapFile([.. CsvText.Read(new StringReader(text), separator)], separator);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SubjectErrors.UnreadableSubjectMap(path, e);
        }
        catch (DecoderFallbackException)
        {
            throw SubjectErrors.MalformedSubjectMap();
        }
    }

    /// <summary>Writes the lines that it holds, and others after them.</summary>
    public void WriteTo(Stream stream, IEnumerable<SubjectMapEntry> more)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 4096, leaveOpen: true);
        foreach (var record in _records)
            CsvText.Write(writer, _separator, record);
        foreach (var entry in more)
        {
            var record = Enumerable.Repeat("", _records[0].Count).ToArray();
            record[_columns[0]] = SpreadsheetCell.Escape(entry.Subj);
            record[_columns[1]] = SpreadsheetCell.Escape(entry.MRN);
            if (_columns[2] >= 0)
                record[_columns[2]] = SpreadsheetCell.Escape(entry.CT_date);
            CsvText.Write(writer, _separator, record);
        }
    }
}
