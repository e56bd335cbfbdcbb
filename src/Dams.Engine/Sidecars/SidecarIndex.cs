using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Files;
using Dams.Sources;

namespace Dams;

/// <summary>The series beside sidecars.</summary>
public static class SidecarIndex
{
    /// <summary>
    /// Finds the series in some folders, and in the folders of some files. Files that are no instances are passed over in
    /// silence, since sidecars are none.
    /// </summary>
    public static IReadOnlyList<DicomSeries> Read(
        IReadOnlyList<string> paths, RunContext context)
    {
        var folders = paths.Select(path => File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : path)
            .Where(Directory.Exists).Distinct(PathComparison.Comparer).ToArray();
        var files = SourceFiles.List(folders, context).Files;
        // What is wrong with an image is reported by the cmdlets for images.
        return SeriesIndex.Group(HeaderScan.ReadWithProgress(files, InstanceHeader.Read, context).Select(scanned => scanned.Header).OfType<InstanceHeader>());
    }
}
