using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Files;

namespace Dams;

/// <summary>The series beside sidecars.</summary>
public static class SidecarIndex
{
    /// <summary>
    /// Finds the series in some folders, and in the folders of some files. Files that are no instances are passed over in
    /// silence, since sidecars are none.
    /// </summary>
    public static IReadOnlyList<DicomSeries> Read(
        IReadOnlyList<string> paths, int workers, IRunListener listener, CancellationToken cancellation)
    {
        var folders = paths.Select(path => File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : path)
            .Where(Directory.Exists).Distinct(PathComparison.Comparer).ToArray();
        return SeriesIndex.Read(folders, workers, new QuietListener(listener), cancellation);
    }

    /// <summary>Passes on the progress only. What is wrong with an image is reported by the cmdlets for images.</summary>
    private sealed class QuietListener(IRunListener listener) : IRunListener
    {
        public void Warn(RunWarning warning)
        {
        }

        public void Fail(FileFailure failure)
        {
        }

        public void Report(RunProgress progress) => listener.Report(progress);
    }
}
