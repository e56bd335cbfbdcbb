using System;

namespace Dams;

/// <summary>How references are written into segmentations.</summary>
public sealed record LinkOptions
{
    /// <summary>How they are written.</summary>
    public ReferenceConvention Convention { get; init; }

    /// <summary>Number of files to read or write at one time.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;
}
