using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>
/// Finds the files of a series, however it came: as it is, or as what a job, a remote session, Export-Clixml or
/// Select-Object made of it.
/// </summary>
internal static class SeriesFiles
{
    /// <summary>The files; null where the object is no series.</summary>
    public static IReadOnlyList<string>? Find(PSObject given) => given.BaseObject switch
    {
        IInstanceFiles series => series.Files,
        string or FileSystemInfo => null,
        _ => Paths(new RowValues(given).Value(nameof(IInstanceFiles.Files))),
    };

    /// <summary>The folders that the user named and in which the files were found; none where that is not known.</summary>
    public static IReadOnlyList<string> FindRoots(PSObject given) => Paths(new RowValues(given).Value(nameof(DicomSeries.Roots))) ?? [];

    // A list of patients may count files in a column of this name: that is no collection.
    private static string[]? Paths(object? value)
    {
        if (value is string or not IEnumerable)
            return null;
        var paths = ((IEnumerable)value).Cast<object?>().Select(item => item is PSObject wrapped ? wrapped.BaseObject : item).ToArray();
        return paths.All(path => path is string { Length: > 0 }) ? [.. paths.Cast<string>()] : null;
    }
}
