using System;
using System.Diagnostics;
using System.IO;
using System.Threading;

namespace Dams.Tests.Support;

/// <summary>A file as a program opens it that shares it with nobody.</summary>
internal static class ExclusiveFile
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>Opens a file that nobody holds any more.</summary>
    /// <remarks>
    /// On Unix a process that another test starts has all that is open here, locks too, until it executes its program: what was
    /// closed a moment ago may be held for another moment.
    /// </remarks>
    /// <exception cref="IOException">Somebody holds it, and goes on holding it.</exception>
    public static FileStream Open(string path, FileAccess access = FileAccess.ReadWrite)
    {
        for (var start = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                return new FileStream(path, FileMode.Open, access, FileShare.None);
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(start) < LongestWait)
            {
                Thread.Sleep(10);
            }
        }
    }
}
