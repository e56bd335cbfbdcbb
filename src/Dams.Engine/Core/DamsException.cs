using System;
using Dams.Core;

namespace Dams;

/// <summary>
/// What stops a file or a run. The message holds a cause and a cure and never a patient's value, nor the path of a
/// source file, which may hold one.
/// </summary>
public sealed class DamsException : Exception
{
    internal DamsException(string id, ErrorScope scope, string cause, string cure, Exception? inner = null)
        : base($"{cause} {cure}", inner)
    {
        Id = id;
        Scope = scope;
        Cause = cause;
        Cure = cure;
    }

    /// <summary>Makes an error that stops one file.</summary>
    /// <param name="id">Its stable name.</param>
    /// <param name="cause">What is wrong, without a patient's value and without the path of a source file.</param>
    /// <param name="cure">What to do about it.</param>
    public static DamsException ForFile(string id, string cause, string cure) => ErrorFactory.File(id, cause, cure);

    /// <summary>Makes an error that stops the run.</summary>
    /// <param name="id">Its stable name.</param>
    /// <param name="cause">What is wrong, without a patient's value and without the path of a source file.</param>
    /// <param name="cure">What to do about it.</param>
    /// <param name="inner">What the system said; null where it said nothing.</param>
    public static DamsException ForRun(string id, string cause, string cure, Exception? inner = null) =>
        ErrorFactory.Configuration(id, cause, cure, inner);

    /// <summary>What kind of failure an exception of the system is, in words that hold no path.</summary>
    public static string ReasonOf(Exception exception) => ErrorFactory.Reason(exception);

    /// <summary>Where in the file the error is: an offset, a tag, or both; empty where it has no place.</summary>
    public string Where { get; init; } = "";

    /// <summary>Whether the file passes a limit of <see cref="Dicom.Reading.ReadLimits"/>, so that no other reading of it helps.</summary>
    internal bool IsLimit { get; init; }

    /// <summary>Why the error may pass by itself.</summary>
    internal RetryReason RetryReason { get; init; }

    /// <summary>The stable name of the error: also the first part of PowerShell's FullyQualifiedErrorId.</summary>
    public string Id { get; }

    /// <summary>Whether it stops one file or the whole run.</summary>
    public ErrorScope Scope { get; }

    /// <summary>What is wrong.</summary>
    public string Cause { get; }

    /// <summary>What to do about it.</summary>
    public string Cure { get; }
}

/// <summary>How far an error reaches.</summary>
public enum ErrorScope
{
    /// <summary>One file; the run goes on without it.</summary>
    File,

    /// <summary>The run: its arguments or configuration cannot be used.</summary>
    Configuration,
}
