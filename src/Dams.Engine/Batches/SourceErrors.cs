using System;
using System.IO;

namespace Dams.Batches;

/// <summary>Tells what the operating system says of a source file in words that name nobody.</summary>
internal static class SourceErrors
{
    /// <summary>The error for an exception; null for one that no source file causes.</summary>
    public static DamsException? Translate(Exception exception) => exception switch
    {
        DamsException { Scope: ErrorScope.File } error => error,
        IOException or UnauthorizedAccessException => Errors.UnreadableFile(exception),
        _ => null,
    };

    /// <summary>The same for a file in a folder that may have gone with its share.</summary>
    public static DamsException? Translate(Exception exception, string root) =>
        exception is FileNotFoundException or DirectoryNotFoundException && root.Length > 0 && !Directory.Exists(root)
            ? Errors.UnreachableSource()
            : Translate(exception);
}
