using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using Dams.Core;
using Dams.Dicom.Rewriting;

namespace Dams.Sources;

/// <summary>Files that were found; each is made anew where it is asked for.</summary>
/// <remarks>
/// Memory: about 30 bytes for each file, since a long list stays while all of its files are worked on. What a path shares with
/// that of the first file of its folder is kept once. Safe for use by several threads once it is filled.
/// </remarks>
internal sealed class SourceFileList : IReadOnlyList<SourceFile>
{
    private readonly List<Run> _runs = [];
    private readonly List<Entry> _entries = [];
    private readonly TextStore _endings = new();

    // Of few files.
    private readonly Dictionary<int, EditedContent> _edited = [];

    /// <summary>Files of one folder that come one after the other.</summary>
    /// <param name="First">Which is the first.</param>
    /// <param name="Path">Its path.</param>
    /// <param name="FolderLength">Characters of the path in front of its name.</param>
    private sealed record Run(int First, string Root, string Path, int FolderLength);

    /// <param name="Shared">Characters that the path shares with that of the first file of the run.</param>
    /// <param name="Ending">The place of the others.</param>
    private readonly record struct Entry(int Number, int Ending, ushort Shared);

    public int Count => _entries.Count;

    public SourceFile this[int index]
    {
        get
        {
            var entry = _entries[index];
            var run = RunOf(index);
            return new SourceFile(run.Root, Concat(run.Path.AsSpan(0, entry.Shared), _endings.Read(entry.Ending)), entry.Number)
            {
                Edited = _edited.Count > 0 && _edited.TryGetValue(index, out var edited) ? edited : null,
            };
        }
    }

    public void Add(SourceFile file)
    {
        if (file.Edited is { } edited)
            _edited.Add(Count, edited);
        Add(file.Root, file.Path, file.Number);
    }

    public void Add(string root, string path, int number)
    {
        var folderLength = path.LastIndexOf(Path.DirectorySeparatorChar) + 1;
        var run = _runs.Count == 0 ? null : _runs[_runs.Count - 1];
        var shared = SharedLength(run?.Path ?? "", path);
        if (run is null || root != run.Root || folderLength != run.FolderLength || shared < folderLength)
        {
            _runs.Add(new Run(Count, root, path, folderLength));
            shared = SharedLength(path, path);
        }
        _entries.Add(new Entry(number, _endings.Add(path.AsSpan(shared)), (ushort)shared));
    }

    public IEnumerator<SourceFile> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int SharedLength(string first, string path)
    {
        var length = Math.Min(Math.Min(first.Length, path.Length), ushort.MaxValue);
        var shared = 0;
        while (shared < length && first[shared] == path[shared])
            shared++;
        return shared;
    }

    private static string Concat(ReadOnlySpan<char> start, ReadOnlySpan<char> end)
    {
        const int onStack = 512;
        var length = start.Length + end.Length;
        Span<char> whole = length <= onStack ? stackalloc char[onStack] : new char[length];
        start.CopyTo(whole);
        end.CopyTo(whole.Slice(start.Length));
        return whole.Slice(0, length).ToString();
    }

    /// <summary>The last run that begins with a file or before it.</summary>
    private Run RunOf(int index)
    {
        var (low, high) = (0, _runs.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_runs[middle].First <= index)
                low = middle;
            else
                high = middle - 1;
        }
        return _runs[low];
    }
}
