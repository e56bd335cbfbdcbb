using System.Collections.Generic;

namespace Dams.Network;

/// <summary>A series that was sent.</summary>
/// <param name="Archive">To whom.</param>
/// <param name="SeriesInstanceUID">Which.</param>
/// <param name="InstanceCount">Number of instances that the archive has confirmed, in this run or an earlier one.</param>
/// <param name="SkippedCount">Number of these that an earlier run had sent.</param>
/// <param name="FailedCount">Number of instances that it has not confirmed.</param>
/// <param name="Files">The files whose instances it has confirmed.</param>
public sealed record SentSeries(
    DicomArchive Archive, string SeriesInstanceUID, int InstanceCount, int SkippedCount, int FailedCount, IReadOnlyList<string> Files) : IInstanceFiles
{
    /// <summary>Counts alone.</summary>
    public override string ToString() => $"{InstanceCount} instances at {Archive}, {FailedCount} failed";
}
