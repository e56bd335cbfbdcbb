using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>
/// Series that went through a job, a remote session, a file or Select-Object. They are read again, all of them together,
/// since files of one patient tell of each other.
/// </summary>
internal sealed class StoredSeries
{
    private readonly List<string> _files = [];
    private readonly List<string> _roots = [];
    private readonly Dictionary<string, GivenIdentity> _given = [];

    /// <summary>Takes in a series.</summary>
    /// <param name="files">Its files.</param>
    public void Add(PSObject given, IReadOnlyList<string> files, GivenIdentity identity)
    {
        _files.AddRange(files);
        _roots.AddRange(SeriesFiles.FindRoots(given).Except(_roots));
        foreach (var file in files)
            _given[file] = identity;
    }

    /// <summary>The series as they are in their files, each with what was given for it.</summary>
    public IEnumerable<(DicomSeries Series, GivenIdentity Given)> Read(RunContext context) => _files.Count == 0 ? []
        : SeriesIndex.Read(_files, _roots, context).Select(series => (series, _given[series.Files[0]]));
}
