using System.Collections.Generic;
using Dams.Dicom;

namespace Dams.Segmentations.Linking;

/// <summary>A segmentation and what it is to refer to.</summary>
internal sealed record LinkTargets(
    ImageSeries Segmentation, ImageSeries Source, SourcePlanes SourcePlanes, ImageSeries? Partner, string? Label, int? LesionNumber)
{
    /// <summary>What does not fit though it can be linked, in words without patient values; null where all fits.</summary>
    public string? Problem { get; init; }

    /// <summary>The UIDs of the two series.</summary>
    public IEnumerable<(ImageSeries Series, Code Purpose)> Series()
    {
        yield return (Source, Code.SourceSeries);
        if (Partner is not null)
            yield return (Partner, Code.SameAnatomy);
    }

    /// <summary>Label and lesion number in words, or an empty text.</summary>
    public string Description => (Label, LesionNumber) switch
    {
        (null, null) => "",
        (null, { } lesion) => $"lesion {lesion}",
        ({ } label, null) => label,
        ({ } label, { } lesion) => $"{label}, lesion {lesion}",
    };
}
