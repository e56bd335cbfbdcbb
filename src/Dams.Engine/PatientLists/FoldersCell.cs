using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Dams.PatientLists;

/// <summary>
/// Reads the paths that a cell gives: one, several with semicolons or line breaks between them, or a Python list.
/// </summary>
internal static class FoldersCell
{
    private static readonly char[] Separators = [';', '\r', '\n'];

    /// <summary>The paths as they are written, without those that are blank.</summary>
    /// <exception cref="DamsException">They cannot be told apart.</exception>
    public static IReadOnlyList<string> Read(object value) => value switch
    {
        string text => Read(text),
        FileSystemInfo item => [item.FullName],
        // What a script gives as separate values is not split again.
        IEnumerable several => [.. several.Cast<object?>().OfType<object>().SelectMany(ReadOne)],
        _ => ReadOne(value),
    };

    private static IReadOnlyList<string> ReadOne(object value) => value switch
    {
        FileSystemInfo item => [item.FullName],
        _ when Convert.ToString(value, CultureInfo.InvariantCulture) is { } text && !string.IsNullOrWhiteSpace(text) => [CellValue.TrimPath(text)],
        _ => [],
    };

    private static IReadOnlyList<string> Read(string text)
    {
        var trimmed = CellValue.TrimPath(text);
        var paths = PythonList.LooksLikeList(trimmed)
            ? PythonList.Read(trimmed)
            : trimmed.Split(Separators).Select(path => CellValue.TrimPath(Unquote(CellValue.TrimPath(path))));
        var found = paths.Where(path => path.Trim().Length > 0).ToArray();
        return found.Any(path => path.Any(char.IsControl)) ? throw PatientListErrors.MalformedFolders() : found;
    }

    /// <summary>Takes away the quotes that Explorer's "Copy as path" puts around a path.</summary>
    private static string Unquote(string path) =>
        path.Length > 1 && path[0] == '"' && path[path.Length - 1] == '"' ? path.Substring(1, path.Length - 2).Trim() : path;
}
