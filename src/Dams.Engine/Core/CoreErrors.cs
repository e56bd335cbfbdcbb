using System;
using System.Diagnostics;
using System.Linq;
using Dams.Core.Compatibility;
using static Dams.Core.ErrorFactory;

namespace Dams;

/// <summary>What no room foresees.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
public static class CoreErrors
{
    internal static DamsException TooFewOpenFiles(long most, int least) => Configuration(
        nameof(TooFewOpenFiles),
        $"This process may have {most} files open at a time and needs {least}, so nothing was begun.",
        "Raise the limit of the account: ulimit -n 1024 does it for a shell.");

    // The message of an unforeseen exception may hold a value; its type and the method that threw it do not.
    /// <summary>Dams met a fault of its own.</summary>
    public static DamsException Unforeseen(Exception exception) => File(
        nameof(Unforeseen),
        $"Dams met a fault of its own{Place(exception)}: {Reason(exception)}.",
        "Report these words, of which none is a patient's, with what was done; the file stays as it is.");

    private static string Place(Exception exception)
    {
        var frames = new StackTrace(exception.GetBaseException(), fNeedFileInfo: false).GetFrames() ?? [];
        var method = frames.Select(StackMethod.NameOf).FirstOrDefault(name => name?.StartsWith("Dams.", StringComparison.Ordinal) == true);
        return method is null ? "" : $" in {method}";
    }
}
