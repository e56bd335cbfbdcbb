using System.Collections.Generic;

namespace Dams;

/// <summary>A segmentation series after its repair: where it lies, and what its identifiers became.</summary>
/// <param name="SourcePath">The folder or file that was repaired.</param>
/// <param name="Path">Where the repaired series lies; the same as <paramref name="SourcePath"/> in place.</param>
/// <param name="OldSeriesInstanceUID">The series UID it had, which other series may have shared.</param>
/// <param name="SeriesInstanceUID">The series UID it has now.</param>
/// <param name="SeriesNumber">The series number it has now.</param>
/// <param name="InstanceCount">How many instances it holds.</param>
/// <param name="Files">The repaired files, ordered by instance number.</param>
public sealed record RepairedSeries(
    string SourcePath,
    string Path,
    string? OldSeriesInstanceUID,
    string SeriesInstanceUID,
    int SeriesNumber,
    int InstanceCount,
    IReadOnlyList<string> Files) : IInstanceFiles
{
    /// <summary>The files as they were before, those that could not be repaired too.</summary>
    internal IReadOnlyList<string> SourceFiles { get; init; } = [];

    /// <summary>Whether its files are the source's own, since it had identifiers of its own and lies where it was.</summary>
    internal bool IsUntouched { get; init; }
}
