using System;

namespace Dams;

/// <summary>Receives the events of a run, on the thread that calls the run.</summary>
public interface IRunListener
{
    /// <summary>Receives a warning: something that the user should know and that stopped nothing.</summary>
    void Warn(RunWarning warning);

    /// <summary>Receives a file that was left out, and why.</summary>
    void Fail(FileFailure failure);

    /// <summary>Receives a file that is no instance and was left out, which is no failure: a warning tells how many there are.</summary>
    void LeaveOut(FileFailure file);

    /// <summary>Receives how far the run is, at most five times a second.</summary>
    void Report(RunProgress progress);
}

/// <summary>Receives a warning: something that the user should know and that stopped nothing.</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Message">What it is and what to do; no patient's value and no source path.</param>
public sealed record RunWarning(string Id, string Message);

/// <summary>How far a run is.</summary>
/// <param name="FilesDone">Number of files that are done.</param>
/// <param name="FilesKnown">Number of files that are known so far.</param>
/// <param name="BytesDone">Bytes of the files that are done.</param>
public sealed record RunProgress(int FilesDone, int FilesKnown, long BytesDone)
{
    /// <summary>What is done with them: each phase counts its files from the beginning.</summary>
    public RunPhase Phase { get; init; }

    /// <summary>Bytes of the files that are known so far; 0 where they are not known yet.</summary>
    public long BytesKnown { get; init; }

    /// <summary>Number of patients of whom all known files are done.</summary>
    public int PatientsDone { get; init; }

    /// <summary>Number of patients that are known so far; 0 while files are looked for.</summary>
    public int PatientsKnown { get; init; }

    /// <summary>Bytes per second over the last 20 seconds.</summary>
    public double BytesPerSecond { get; init; }

    /// <summary>The time that the files known so far will take at this rate; null where that is not known.</summary>
    public TimeSpan? TimeLeft { get; init; }
}

/// <summary>What a run does with files. A run may go through the same phase several times, as with patient after patient.</summary>
public enum RunPhase
{
    /// <summary>Headers are read; nothing is written.</summary>
    Reading,

    /// <summary>The folders of all patients are checked, before the first of them is begun.</summary>
    Planning,

    /// <summary>Segmentations are linked: their headers are read as they are after their repair.</summary>
    Linking,

    /// <summary>Files are protected.</summary>
    Protecting,

    /// <summary>Protected files are searched.</summary>
    Auditing,
}

/// <summary>A file, folder or path that was left out.</summary>
/// <param name="Item">Which it is, in words that name nobody: <c>File 12</c> counts the run's files from 1.</param>
/// <param name="SourcePath">Where it is. It may hold a patient's name: for private logs only.</param>
/// <param name="Error">Why it was left out.</param>
public sealed record FileFailure(string Item, string SourcePath, DamsException Error)
{
    /// <summary>
    /// The folder that the user named and in which it was found; empty where it was named itself. For private logs only.
    /// </summary>
    public string Root { get; init; } = "";

    /// <summary>
    /// Whether the same was reported of another file of the patient, so that this one is for counts and logs, and no message
    /// of its own.
    /// </summary>
    public bool IsRepeat { get; init; }

    /// <summary>A sentence that holds no patient's value.</summary>
    public string Message => $"{Item}: {Error.Message}";
}

/// <summary>What a run did.</summary>
/// <param name="Patients">Number of subjects of whom a series was added.</param>
/// <param name="Series">Number of series that are done.</param>
/// <param name="Instances">Number of instances that were written in this run.</param>
/// <param name="Bytes">Bytes of the source files that are done.</param>
/// <param name="Skipped">Number of files that an earlier run had finished.</param>
/// <param name="Failed">Number of files that were not written.</param>
/// <param name="Seconds">How long the run took, in seconds.</param>
public sealed record RunSummary(int Patients, int Series, int Instances, long Bytes, int Skipped, int Failed, double Seconds)
{
    /// <summary>Number of files with the bytes of another, which share its output.</summary>
    public int Duplicates { get; init; }

    /// <summary>Number of all files: those that were written, share an output, were skipped, and failed.</summary>
    public int Files => Instances + Duplicates + Skipped + Failed;

    /// <summary>The sum of this summary and that of a run after it.</summary>
    internal RunSummary Add(RunSummary next) => new(
        Patients + next.Patients,
        Series + next.Series,
        Instances + next.Instances,
        Bytes + next.Bytes,
        Skipped + next.Skipped,
        Failed + next.Failed,
        Seconds + next.Seconds)
    {
        Duplicates = Duplicates + next.Duplicates,
    };

    /// <summary>The summary of a run that did nothing.</summary>
    public static RunSummary Empty { get; } = new(0, 0, 0, 0, 0, 0, 0);
}
