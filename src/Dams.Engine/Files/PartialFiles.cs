using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Core;
using Dams.Files.Fingerprints;

namespace Dams.Files;

/// <summary>
/// The names of files that are not whole, and which of them a run that died has left. A name says which machine and
/// process writes it, as numbers that name nobody, and is short: Windows PowerShell 5.1 knows paths of 260 characters.
/// </summary>
internal static class PartialFiles
{
    /// <summary>How the names end.</summary>
    public const string Extension = ".dams-partial";

    private const int PartCount = 4;

    // Whether a process of another machine lives cannot be known here; one that lives goes on writing.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromHours(1);
    private static readonly string Machine = $"{(uint)Fingerprint.Compute(Environment.MachineName):x8}";
    private static readonly string Process = $"{Guid.NewGuid():N}".Substring(0, 8);
    private static readonly int ProcessId = CurrentProcessId();
    private static readonly object RemoveLock = new();
    private static int _count;

    /// <summary>A name that no other file has.</summary>
    public static string NextName() => string.Format(
        CultureInfo.InvariantCulture, ".{0}-{1}-{2}-{3}{4}", Machine, ProcessId, Process, Interlocked.Increment(ref _count), Extension);

    /// <summary>Removes from a folder what runs that died were writing.</summary>
    public static void RemoveAbandoned(string folder) => RemoveAbandoned(Directory.GetFiles(folder, $"*{Extension}"));

    /// <summary>Removes those of some partial files that runs that died were writing.</summary>
    public static void RemoveAbandoned(IEnumerable<string> paths)
    {
        foreach (var path in paths.Where(IsPartial))
        {
            try
            {
                // One at a time: a worker that tries whether a file is held would hold it for the others.
                lock (RemoveLock)
                {
                    if (IsAbandoned(path) && !IsHeld(path))
                        UnremovedFiles.Remove(path);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody removed it first, or its share went away.
            }
        }
    }

    // Some file systems find no name by a pattern that starts with a dot.
    private static bool IsPartial(string path) => Path.GetFileName(path).StartsWith(".", StringComparison.Ordinal);

    private static bool IsAbandoned(string path) =>
        IsOfDeadProcess(path) ?? DateTime.UtcNow - File.GetLastWriteTimeUtc(path) > LongestSilence;

    /// <summary>Whether the process that wrote it has ended; null for one of another machine, where that cannot be known.</summary>
    private static bool? IsOfDeadProcess(string path)
    {
        var parts = Path.GetFileNameWithoutExtension(path).TrimStart('.').Split('-');
        if (parts.Length == PartCount && parts[0] == Machine
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return parts[2] != Process && (id == ProcessId || !IsAlive(id));
        }
        return null;
    }

    // Who writes holds it alone: where the system knows such locks, opening one that is written fails. Some shares let no
    // file go that is open, so it is removed when it is closed again.
    private static bool IsHeld(string path)
    {
        try
        {
            new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1).Dispose();
            return false;
        }
        catch (IOException e) when (SystemErrors.Classify(e) == RetryReason.Locked)
        {
            return true;
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static int CurrentProcessId()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.Id;
    }
}
