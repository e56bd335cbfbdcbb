namespace Dams;

/// <summary>How segmentations are repaired.</summary>
/// <param name="Key">From which the new UIDs are derived.</param>
/// <param name="Destination">Where the repaired files go, in the folders that they had; null to repair them where they are.</param>
public sealed record RepairOptions(ProtectionKey Key, string? Destination)
{
    /// <summary>The number of the first series of a study without which the images it was drawn on begin at 1.</summary>
    public const int DefaultSeriesNumber = 51;

    /// <summary>The series number of the first segmentation of a study; the others count up.</summary>
    public int SeriesNumber { get; init; } = DefaultSeriesNumber;

    /// <summary>Whether every image is a segmentation because the user says so.</summary>
    public bool Force { get; init; }

    /// <summary>Whether folders without segmentations are passed over in silence, as a batch has them.</summary>
    internal bool AllowsNone { get; init; }
}
