using System;

namespace Dams;

/// <summary>How far a run is.</summary>
/// <param name="FilesDone">Number of files that are through.</param>
/// <param name="FilesKnown">Number of files that are known so far.</param>
/// <param name="BytesDone">Bytes of the files that are through.</param>
public sealed record RunProgress(int FilesDone, int FilesKnown, long BytesDone)
{
    /// <summary>Bytes of the files that are known so far; 0 where nobody knows yet.</summary>
    public long BytesKnown { get; init; }

    /// <summary>Number of patients of whom all known files are through.</summary>
    public int PatientsDone { get; init; }

    /// <summary>Number of patients that are known so far; 0 while files are looked for.</summary>
    public int PatientsKnown { get; init; }

    /// <summary>How fast it goes, over the last 20 seconds.</summary>
    public double BytesPerSecond { get; init; }

    /// <summary>How long what is known takes at this rate; null where nothing can be said.</summary>
    public TimeSpan? TimeLeft { get; init; }
}
