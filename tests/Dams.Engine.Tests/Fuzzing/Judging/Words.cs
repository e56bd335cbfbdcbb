using System;
using System.Diagnostics;
using System.Linq;

namespace Dams.Tests.Fuzzing.Judging;

/// <summary>What an exception is, in few words that are the same for the same fault.</summary>
internal static class Words
{
    public static string Describe(Exception exception)
    {
        if (exception is DamsException error)
            return error.Id;
        var cause = exception.GetBaseException();
        var method = new StackTrace(cause, fNeedFileInfo: false).GetFrames().Select(frame => frame.GetMethod())
            .FirstOrDefault(known => known?.DeclaringType?.FullName is { } type
                && type.StartsWith("Dams.", StringComparison.Ordinal) && !type.StartsWith("Dams.Tests.", StringComparison.Ordinal));
        return $"{cause.GetType().Name} in {method?.DeclaringType?.Name}.{method?.Name}";
    }
}
