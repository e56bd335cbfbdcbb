using Dams.Core;
using static Dams.Core.ErrorFactory;

namespace Dams.Reporting;

/// <summary>What stops a run that keeps a log, and what a share that went away leaves.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
internal static class ReportingErrors
{
    public static DamsException UnreachableSource() => new(
        nameof(UnreachableSource),
        ErrorScope.File,
        "The folder that was to be protected is not there any more.",
        "Connect the share or the disk again, then run again with -Resume.")
    {
        RetryReason = RetryReason.Unreachable,
    };

    public static DamsException FailureLogInDestination() => Configuration(
        nameof(FailureLogInDestination),
        "The failure log lies in the destination, but it says where the source is.",
        "Choose a place for it that is not shared.");
}
