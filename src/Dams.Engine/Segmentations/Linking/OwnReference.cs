using System.Threading;
using Dams.Segmentations.Lookup;

namespace Dams.Segmentations.Linking;

/// <summary>What a segmentation that is to be linked says of its source itself.</summary>
/// <param name="Source">What it names.</param>
/// <param name="IsCertain">
/// Whether it says so of itself. A mask may have its header from the image that was segmented, with the references that the
/// image had: these count only where geometry allows several.
/// </param>
internal sealed record OwnReference(NamedSource Source, bool IsCertain)
{
    /// <summary>Reads it from the first file of the segmentation.</summary>
    public static OwnReference Read(ImageSeries segmentation, SeriesLookup here, CancellationToken cancellation)
    {
        var first = segmentation.Images[0];
        return new OwnReference(
            NamedSource.Find(first.ReadReferences(cancellation), segmentation.SeriesUid, here),
            first.IsSegmentationObject || first.IsLinked || first.IsDerivedAsSegmentation);
    }
}
