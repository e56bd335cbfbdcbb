using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Files;

namespace Dams.PatientLists;

/// <summary>Which rows name which folders; a folder inside another folder of the list counts as part of it.</summary>
internal sealed class FolderClaims
{
    // By their paths without links.
    private readonly Dictionary<string, FolderSummary> _folders = new(PathComparison.Comparer);
    private readonly List<(RowPlan Row, string RealPath)> _claims = [];

    /// <summary>The rows of each folder that lies in no other of them, in the order of the list.</summary>
    public IEnumerable<(FolderSummary Folder, IReadOnlyList<RowPlan> Rows)> FindOutermost()
    {
        var rows = new Dictionary<FolderSummary, List<RowPlan>>();
        foreach (var (row, path) in _claims)
        {
            var folder = OutermostOf(path);
            if (!rows.TryGetValue(folder, out var claimants))
                rows.Add(folder, claimants = []);
            if (!claimants.Contains(row))
                claimants.Add(row);
        }
        return rows.Select(pair => (pair.Key, (IReadOnlyList<RowPlan>)pair.Value));
    }

    /// <summary>Takes in the folders of a row; one that is not there is the row's error.</summary>
    public void Add(RowPlan row)
    {
        foreach (var path in row.Row.Folders)
        {
            if (!Directory.Exists(path) && !File.Exists(path))
            {
                row.Refuse(FileErrors.NoSuchPath());
                continue;
            }
            var real = RealPath.Resolve(path).TrimEnd(Path.DirectorySeparatorChar);
            _claims.Add((row, real));
            if (!_folders.ContainsKey(real))
                _folders.Add(real, new FolderSummary(path));
        }
    }

    private FolderSummary OutermostOf(string path)
    {
        var outermost = _folders[path];
        for (var parent = Path.GetDirectoryName(path); parent is not null; parent = Path.GetDirectoryName(parent))
        {
            if (_folders.TryGetValue(parent.TrimEnd(Path.DirectorySeparatorChar), out var outer))
                outermost = outer;
        }
        return outermost;
    }
}
