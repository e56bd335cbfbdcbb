namespace Dams;

/// <summary>What the whole job is asked to do.</summary>
/// <param name="Protection">How images are protected, and where they go.</param>
public sealed record PatientBatchOptions(ProtectionOptions Protection)
{
    /// <summary>How references are written into segmentations.</summary>
    public ReferenceConvention Convention { get; init; }

    /// <summary>The series number of the first segmentation of a study.</summary>
    public int SeriesNumber { get; init; } = RepairOptions.DefaultSeriesNumber;

    /// <summary>Whether the sources of segmentations that no plan names are found by their geometry.</summary>
    public bool Discover { get; init; }
}
