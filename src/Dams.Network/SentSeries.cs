using System.Collections.Generic;

namespace Dams.Network;

/// <summary>A series that was sent.</summary>
/// <param name="Node">To whom.</param>
/// <param name="SeriesInstanceUID">Which.</param>
/// <param name="InstanceCount">Number of instances that the node has confirmed, in this run or an earlier one.</param>
/// <param name="SkippedCount">Number of these that an earlier run had sent.</param>
/// <param name="FailedCount">Number of instances that it has not confirmed.</param>
/// <param name="Files">The files whose instances it has confirmed.</param>
public sealed record SentSeries(
    DicomNode Node, string SeriesInstanceUID, int InstanceCount, int SkippedCount, int FailedCount, IReadOnlyList<string> Files) : IInstanceFiles
{
    /// <summary>Counts alone.</summary>
    public override string ToString() => $"{InstanceCount} instances at {Node.AETitle}, {FailedCount} failed";
}
