using System;
using System.IO;

namespace Dams.Reporting;

/// <summary>Translates exceptions about a source file into errors without a path or a patient's value.</summary>
internal static class SourceErrors
{
    /// <summary>The error for an exception; null for one that ends the run: it was stopped, or cannot work as it was set up.</summary>
    public static DamsException? Translate(Exception exception) => exception switch
    {
        DamsException { Scope: ErrorScope.File } error => error,
        IOException or UnauthorizedAccessException => FileErrors.UnreadableFile(exception),
        DamsException or OperationCanceledException or OutOfMemoryException => null,
        _ => CoreErrors.Unforeseen(exception),
    };

    /// <summary>The error for an exception about a file in a folder that may have gone with its share.</summary>
    public static DamsException? Translate(Exception exception, string root) =>
        exception is FileNotFoundException or DirectoryNotFoundException && root.Length > 0 && !Directory.Exists(root)
            ? ReportingErrors.UnreachableSource()
            : Translate(exception);
}
