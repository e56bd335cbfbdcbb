using System;
using System.IO;

namespace Dams.Core;

/// <summary>Makes the errors of every room: an id, a cause and a cure.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
internal static class ErrorFactory
{
    private const string OpenFewer =
        "Let this account open more files at a time (ulimit -n), or work on fewer at a time (-ThrottleLimit).";

    // The exception behind it stays out: it may hold the path of a source file.
    public static DamsException File(string id, string cause, string cure) => new(id, ErrorScope.File, cause, cure);

    public static DamsException Limit(string id, string cause, string cure) => new(id, ErrorScope.File, cause, cure) { IsLimit = true };

    // The same, of what the operating system says.
    public static DamsException File(string id, string cause, string cure, Exception inner) =>
        new(id, ErrorScope.File, cause, CureOf(inner, cure)) { RetryReason = SystemErrors.Classify(inner) };

    public static DamsException Configuration(string id, string cause, string cure, Exception? inner = null) =>
        new(id, ErrorScope.Configuration, cause, CureOf(inner, cure), inner)
        {
            RetryReason = inner is null ? RetryReason.None : SystemErrors.Classify(inner),
        };

    // What the limit of open files refuses has neither to do with the disk nor with permissions.
    private static string CureOf(Exception? inner, string cure) =>
        inner is null ? cure
        : SystemErrors.IsTooManyOpenFiles(inner) || IsMissingAssembly(inner) ? OpenFewer
        : SystemErrors.IsDevice(inner) ? "Give a file on a disk."
        : cure;

    // For a part of a program that cannot be loaded .NET throws the same exception as for any missing file.
    private static bool IsMissingAssembly(Exception exception) =>
        exception is FileLoadException || (exception is FileNotFoundException { FileName: { } name } && name.Contains(", Version="));

    // The operating system's own words may hold a path; what kind of failure it was does not.
    public static string Reason(Exception exception) => exception switch
    {
        _ when IsMissingAssembly(exception) => "a part of the program cannot be loaded, maybe since too many files are open",
        FileNotFoundException or DirectoryNotFoundException => "it is not there",
        UnauthorizedAccessException => "access is denied",
        PathTooLongException => "the path is too long",
        IOException e => SystemErrors.Describe(e.HResult & 0xFFFF),
        _ => exception.GetType().Name,
    };
}
