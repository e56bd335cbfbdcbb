using System.Collections.Generic;
using Dams.Dicom;

namespace Dams.Segmentations.Linking;

/// <summary>A segmentation and what it is to refer to.</summary>
internal sealed record LinkTargets(
    ImageSeries Segmentation, ImageSeries Source, ImageSeries? Partner, string? Label, int? LesionNumber)
{
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
