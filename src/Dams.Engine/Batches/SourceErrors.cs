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
}
