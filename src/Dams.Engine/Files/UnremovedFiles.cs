using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;

namespace Dams.Files;

/// <summary>
/// Files that were to go and could not, since their share was away or held them: a run tries again at its end. What still
/// stays the next run sweeps away. Safe for use by several threads.
/// </summary>
internal static class UnremovedFiles
{
    private static readonly ConcurrentDictionary<string, byte> Paths = new(StringComparer.Ordinal);

    /// <summary>Removes a file, now or later.</summary>
    public static void Remove(string path)
    {
        if (TryRemove(path) is not null)
            Paths.TryAdd(path, 0);
    }

    /// <summary>Tries to remove what could not be removed before.</summary>
    /// <returns>What the system says of one that stays; null where all are gone.</returns>
    public static Exception? RetryRemoval() =>
        Paths.Keys.Select(TryForget).Aggregate((Exception?)null, (first, error) => first ?? error);

    /// <summary>Leaves what stays to the next run.</summary>
    public static void Forget() => Paths.Clear();

    private static Exception? TryForget(string path)
    {
        var error = TryRemove(path);
        if (error is null)
            Paths.TryRemove(path, out _);
        return error;
    }

    private static Exception? TryRemove(string path)
    {
        try
        {
            File.Delete(path);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e;
        }
    }
}
