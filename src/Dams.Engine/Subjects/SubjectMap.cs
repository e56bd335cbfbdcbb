using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Files;
using Dams.Subjects;

namespace Dams;

/// <summary>The key that leads back: which subject is which patient, and when each was examined.</summary>
/// <remarks>Lines keep the order in which they came. Safe for use by several threads once it is filled.</remarks>
public sealed class SubjectMap
{
    private const int MergeAttempts = 5;

    private readonly List<SubjectMapEntry> _entries = [];
    private readonly HashSet<SubjectMapEntry> _known = [];
    private readonly Dictionary<string, string> _subjects = new(StringComparer.Ordinal);
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _mrnsWithoutZeros = new(StringComparer.Ordinal);

    /// <summary>The lines.</summary>
    public IReadOnlyList<SubjectMapEntry> Entries => _entries;

    /// <summary>Whether an MRN has several subjects, so that nobody can say which is meant.</summary>
    public bool IsAmbiguous { get; private set; }

    /// <summary>Adds a line unless it is there already.</summary>
    public void Add(SubjectMapEntry entry)
    {
        if (!_known.Add(entry))
            return;
        _entries.Add(entry);
        _named.Add(entry.Subj);
        if (entry.MRN.Length == 0)
            return;
        if (_subjects.TryGetValue(entry.MRN, out var subject))
        {
            IsAmbiguous |= subject != entry.Subj;
            return;
        }
        _subjects.Add(entry.MRN, entry.Subj);
        if (!_mrnsWithoutZeros.TryGetValue(WithoutZeros(entry.MRN), out var alike))
            _mrnsWithoutZeros.Add(WithoutZeros(entry.MRN), alike = []);
        alike.Add(entry.MRN);
    }

    /// <summary>The subject of a PatientID; null where no line has it.</summary>
    /// <remarks>Spreadsheets take zeros in front of numbers away: where no line has the PatientID itself, one that differs by them is its.</remarks>
    public string? SubjectOf(string patientID) => MrnOf(patientID) is { } mrn ? _subjects[mrn] : null;

    /// <summary>Whether a line has a subject.</summary>
    internal bool HasSubject(string subject) => _named.Contains(subject);

    /// <summary>The MRN of the line of a PatientID, as the line writes it; null where no line has it, or several could.</summary>
    internal string? MrnOf(string patientID) => _subjects.ContainsKey(patientID) ? patientID
        : _mrnsWithoutZeros.TryGetValue(WithoutZeros(patientID), out var alike) && alike.Count == 1 ? alike[0]
        : null;

    private static string WithoutZeros(string id) => id.Length > 0 && id.All(character => character is >= '0' and <= '9') ? id.TrimStart('0') : id;

    /// <summary>Reads a CSV in UTF-8 with the columns subj and MRN, in any order and case, and CT_date if it has it.</summary>
    /// <exception cref="DamsException">It cannot be read or lacks a column.</exception>
    public static SubjectMap Read(string path)
    {
        var map = new SubjectMap();
        foreach (var entry in SubjectMapFile.Read(path).Entries)
            map.Add(entry);
        return map;
    }

    /// <summary>
    /// Makes sure, before anything is protected, that lines can be added to the CSV at a path; its folder is made where it is
    /// missing.
    /// </summary>
    /// <exception cref="DamsException">It cannot be read or written.</exception>
    public static void EnsureWritable(string path, CancellationToken cancellation)
    {
        Try(path, () =>
        {
            FilePath.EnsureCanBeFile(path);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var guard = FileLock.Acquire(path, cancellation: cancellation);
            if (File.Exists(path))
                SubjectMapFile.Read(path);
            // Whether it can be kept from others is known when one is made.
            PrivateFile.TryWrite(path, stream => stream.WriteByte(0), replace: true, mayMove: () => false);
            return true;
        }, cancellation);
    }

    /// <summary>
    /// Adds lines to the CSV at a path, which is made where it is missing, replaced in one step and readable by its
    /// owner only. What it holds stays as it is, other columns too. Processes that do so at one time wait for each other.
    /// Lines for which there is no other way go to a file beside it.
    /// </summary>
    /// <returns>Whether one MRN has several subjects in it now.</returns>
    /// <exception cref="DamsException">It cannot be read or written.</exception>
    public static bool Merge(string path, IEnumerable<SubjectMapEntry> entries, CancellationToken cancellation = default)
    {
        var lines = entries.ToArray();
        try
        {
            return MergeInto(path, lines, cancellation);
        }
        catch (DamsException e) when (e.Id is nameof(SubjectErrors.UnwritableSubjectMap) or nameof(SubjectErrors.UnreadableSubjectMap) or nameof(FileErrors.LockHeld))
        {
            throw UnmergedSubjectMap.Write(path, lines) is { } beside ? SubjectErrors.SubjectMapBeside(e.Cause, beside) : e;
        }
    }

    private static bool MergeInto(string path, SubjectMapEntry[] entries, CancellationToken cancellation)
    {
        var sorted = entries.OrderBy(entry => entry.Subj, StringComparer.Ordinal)
            .ThenBy(entry => entry.MRN, StringComparer.Ordinal).ThenBy(entry => entry.CT_date, StringComparer.Ordinal).ToArray();
        return Try(path, () =>
        {
            FilePath.EnsureCanBeFile(path);
            for (var attempt = 0; attempt < MergeAttempts; attempt++)
            {
                using var guard = FileLock.Acquire(path, cancellation: cancellation);
                if (TryMerge(path, sorted, guard) is { } isAmbiguous)
                    return isAmbiguous;
            }
            throw FileErrors.LockHeld($"{path}.lock", "several processes in turn");
        }, cancellation);
    }

    // A share that is away for a moment must not cost the map of a long run.
    private static bool Try(string path, Func<bool> work, CancellationToken cancellation) => new Retry().Run(
        () =>
        {
            try
            {
                return work();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw SubjectErrors.UnwritableSubjectMap(path, e);
            }
        },
        cancellation);

    /// <returns>Whether it is ambiguous now; null where the lock was lost on the way and nothing was written.</returns>
    private static bool? TryMerge(string path, SubjectMapEntry[] entries, FileLock guard)
    {
        var file = File.Exists(path) ? SubjectMapFile.Read(path) : SubjectMapFile.Empty();
        var map = new SubjectMap();
        foreach (var entry in file.Entries)
            map.Add(entry);
        var before = map.Entries.Count;
        foreach (var entry in entries)
            map.Add(entry);
        PartialFiles.RemoveAbandoned(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return PrivateFile.TryWrite(path, stream => file.WriteTo(stream, map.Entries.Skip(before)), replace: true, () => guard.IsHeld)
            ? map.IsAmbiguous
            : null;
    }
}
