namespace Dams.Segmentations.Lookup;

/// <summary>The series of an index, as one segmentation sees them: of its own patient where several have a UID.</summary>
internal sealed class IndexLookup : ISeriesLookup
{
    private readonly SegmentationIndex _index;
    private readonly IndexedSeries _from;

    public IndexLookup(SegmentationIndex index, IndexedSeries from) => (_index, _from) = (index, from);

    /// <inheritdoc/>
    public string? ImageSeriesOf(ulong instance) =>
        _index.FindByInstance(instance) is { IsSegmentation: false } found ? found.Uid : null;

    /// <inheritdoc/>
    public bool HasImages(string seriesUid) => _index.Find(seriesUid, _from, isSegmentation: false) is not null;

    /// <inheritdoc/>
    public bool HasSegmentation(string seriesUid) => _index.Find(seriesUid, _from, isSegmentation: true) is not null;
}
