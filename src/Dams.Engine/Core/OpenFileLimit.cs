using System;
using System.IO;
using Dams.Core.Compatibility;

namespace Dams;

/// <summary>How many files this process may have open, and how many can be worked on with that.</summary>
/// <remarks>
/// .NET holds each of its assemblies open; one that it cannot load since too many files are open it never loads. So the
/// work leaves room for them.
/// </remarks>
public static class OpenFileLimit
{
    // A run in place with a backup has at most so many open for one file; of the runtime's own 80 were counted.
    private const int ForOneFile = 5, ForRuntime = 90;

    /// <summary>Refuses to start where not even one file could be worked on.</summary>
    /// <exception cref="DamsException">The limit is too low.</exception>
    public static void EnsureSufficient()
    {
        const int least = ForRuntime + ForOneFile;
        if (Path.DirectorySeparatorChar == '/' && UnixCalls.ReadOpenFileLimit() is { } most && most < least)
            throw CoreErrors.TooFewOpenFiles(most, least);
    }

    /// <summary>Number of files that can be worked on at one time.</summary>
    /// <param name="wanted">How many are asked for.</param>
    internal static int LimitWorkers(int wanted)
    {
        if (Path.DirectorySeparatorChar != '/' || UnixCalls.ReadOpenFileLimit() is not { } most)
            return wanted;
        return (int)Math.Max(1, Math.Min(wanted, (most - ForRuntime) / ForOneFile));
    }
}
