using System;
using static Dams.Core.ErrorFactory;

namespace Dams.PatientJobs;

/// <summary>What stops the whole job of a patient.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
internal static class PatientJobErrors
{
    public static DamsException NoStagingFolder(string path, Exception inner) => Configuration(
        nameof(NoStagingFolder),
        $"No temporary folder for segmentations can be made in {path}: {Reason(inner)}.",
        "See that the folder of temporary files has room and that this account may write to it; TMPDIR or TEMP names it.",
        inner);
}
