using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Files;

namespace Dams.Sidecars.Plans;

/// <summary>Which series lies where, and which of its folders hold masks.</summary>
internal sealed class MaskIndex
{
    private readonly ILookup<string, (string Folder, string File)> _byUid;
    private readonly Dictionary<string, List<string>> _uids = new(PathComparison.Comparer);
    private readonly HashSet<string> _maskFolders = new(PathComparison.Comparer);

    public MaskIndex(IReadOnlyList<DicomSeries> series)
    {
        IsEmpty = series.Count == 0;
        var files = series.SelectMany(one => one.Files.Select(file => (Uid: one.SeriesInstanceUID, Folder: Path.GetDirectoryName(file)!, File: file))).ToArray();
        _byUid = files.ToLookup(file => file.Uid, file => (file.Folder, file.File), StringComparer.Ordinal);
        foreach (var (uid, folder, file) in files)
        {
            foreach (var place in new[] { folder, file })
            {
                if (!_uids.TryGetValue(place, out var uids))
                    _uids.Add(place, uids = []);
                if (!uids.Contains(uid))
                    uids.Add(uid);
            }
        }
    }

    /// <summary>Whether there is nothing to ask.</summary>
    public bool IsEmpty { get; }

    /// <summary>Takes in the places that plans name as those of masks: none of them is a source.</summary>
    public void AddMasks(IEnumerable<string> places) => _maskFolders.UnionWith(places);

    /// <summary>The UIDs of the series at a place, a folder or a file.</summary>
    public IReadOnlyList<string> UidsAt(string place) => _uids.TryGetValue(place, out var uids) ? uids : [];

    /// <summary>Whether a series also lies at other places than one.</summary>
    public bool IsShared(string uid, string place) =>
        _byUid[uid].Any(at => !PathComparison.Comparer.Equals(at.Folder, place) && !PathComparison.Comparer.Equals(at.File, place));

    /// <summary>Where the masks of a series lie that no path leads to; null where that is not one place.</summary>
    public string? FindMasks(string uid) => Only(_byUid[uid].Select(at => at.Folder));

    /// <summary>The folder of the images of a series, masks left out; null where there are none.</summary>
    public string? FindSource(string uid)
    {
        var files = _byUid[uid].Where(at => !_maskFolders.Contains(at.Folder) && !_maskFolders.Contains(at.File)).Select(at => at.File).ToArray();
        return files.Length == 0 ? null : CommonFolder.Find(files);
    }

    private static string? Only(IEnumerable<string> places)
    {
        var distinct = places.Distinct(PathComparison.Comparer).ToArray();
        return distinct.Length == 1 ? distinct[0] : null;
    }
}
