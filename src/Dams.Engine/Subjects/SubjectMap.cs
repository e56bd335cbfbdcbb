using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Dams.Subjects;

/// <summary>The key that leads back: which subject is which patient, and when each was examined.</summary>
/// <remarks>Lines keep the order in which they came. Safe for use by several threads once it is filled.</remarks>
public sealed class SubjectMap
{
    private static readonly string[] SubjectColumns = ["subj", "subject", "subjectid", "id"];
    private static readonly string[] MrnColumns = ["mrn", "patientid"];
    private static readonly string[] DateColumns = ["ctdate"];

    private readonly List<SubjectMapEntry> _entries = [];
    private readonly HashSet<SubjectMapEntry> _known = [];
    private readonly Dictionary<string, string> _subjects = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ambiguous = new(StringComparer.Ordinal);

    /// <summary>The lines.</summary>
    public IReadOnlyList<SubjectMapEntry> Entries => _entries;

    /// <summary>Adds a line unless it is there already.</summary>
    public void Add(SubjectMapEntry entry)
    {
        if (!_known.Add(entry))
            return;
        _entries.Add(entry);
        if (!_subjects.TryGetValue(entry.MRN, out var subject))
            _subjects.Add(entry.MRN, entry.Subj);
        else if (subject != entry.Subj)
            _ambiguous.Add(entry.MRN);
    }

    /// <summary>The subject of a PatientID; null where no line has it.</summary>
    /// <exception cref="DamsException">Several lines give it different subjects.</exception>
    public string? SubjectOf(string patientID)
    {
        if (_ambiguous.Contains(patientID))
            throw Errors.AmbiguousSubjectMap();
        return _subjects.TryGetValue(patientID, out var subject) ? subject : null;
    }

    /// <summary>Reads a CSV in UTF-8 with the columns subj and MRN, in any order and case, and CT_date if it has it.</summary>
    /// <exception cref="DamsException">It cannot be read or lacks a column.</exception>
    public static SubjectMap Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path, Encoding.UTF8);
            return Read(reader);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Errors.UnreadableSubjectMap(path, e);
        }
    }

    /// <summary>
    /// Adds lines to the CSV at a path, which is made where it is missing, replaced in one step and readable by its
    /// owner only.
    /// </summary>
    /// <exception cref="DamsException">It cannot be read or written.</exception>
    public static void Merge(string path, IEnumerable<SubjectMapEntry> entries)
    {
        var map = File.Exists(path) ? Read(path) : new SubjectMap();
        foreach (var entry in entries.OrderBy(entry => entry.Subj, StringComparer.Ordinal)
            .ThenBy(entry => entry.MRN, StringComparer.Ordinal).ThenBy(entry => entry.CT_date, StringComparer.Ordinal))
        {
            map.Add(entry);
        }
        try
        {
            PrivateFile.Write(path, map.WriteTo, replace: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Errors.UnwritableSubjectMap(path, e);
        }
    }

    private static SubjectMap Read(TextReader reader)
    {
        var map = new SubjectMap();
        int[]? columns = null;
        foreach (var record in CsvText.Read(reader))
        {
            if (columns is null)
            {
                columns = [Column(record, SubjectColumns), Column(record, MrnColumns), Column(record, DateColumns)];
                if (columns[0] < 0 || columns[1] < 0)
                    throw Errors.MalformedSubjectMap();
                continue;
            }
            var fields = Array.ConvertAll(columns, i => i >= 0 && i < record.Count ? record[i].Trim() : "");
            if (fields[0].Length > 0 && fields[1].Length > 0)
                map.Add(new SubjectMapEntry(fields[0], fields[1], fields[2]));
        }
        return map;
    }

    private static int Column(List<string> header, string[] names) => header.FindIndex(title =>
        names.Contains(new string(title.Where(char.IsLetterOrDigit).ToArray()).ToLowerInvariant()));

    private void WriteTo(Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 4096, leaveOpen: true);
        CsvText.Write(writer, "subj", "MRN", "CT_date");
        foreach (var entry in _entries)
            CsvText.Write(writer, entry.Subj, entry.MRN, entry.CT_date);
    }
}
