using System.Linq;
using Dams.Files;

namespace Dams.Protection.Destination;

/// <summary>Refuses a destination or a backup that lies in a source folder: this run or the next would take its output for input.</summary>
internal static class OverlappingFolders
{
    /// <exception cref="DamsException">The destination or the backup lies in the folder where a series was found, or the series in the backup.</exception>
    public static void Refuse(DicomSeries series, ProtectionOptions options)
    {
        var roots = series.Sources.Select(source => source.Root).Distinct(PathComparison.Comparer).ToArray();
        OutputPlace.RefuseInside(options.InPlace ? null : options.Destination, roots);
        foreach (var root in roots)
        {
            if (options.Backup is { } backup && (IsInside(backup, root) || IsInside(series.Path, backup)))
                throw ProtectionErrors.BackupMeetsSource();
        }
    }

    private static bool IsInside(string path, string folder) =>
        folder.Length > 0 && RealPath.IsInside(path, folder);
}
