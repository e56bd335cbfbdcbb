using System.Collections.Generic;
using System.Linq;
using Dams.Sources.References;

namespace Dams.Segmentations.Lookup;

/// <summary>What a segmentation names as its source.</summary>
/// <param name="SeriesUids">The series; empty where it names none, or none that can be told.</param>
/// <param name="IsLost">Whether it names images of which nothing here tells the series.</param>
internal sealed record NamedSource(IReadOnlyList<string> SeriesUids, bool IsLost)
{
    /// <summary>
    /// Reads it: by the purpose it gives, else by instances, else by what is no segmentation; a SEG object that lists
    /// images at its root and nothing else is taken to be drawn on these, where they are of one series.
    /// </summary>
    /// <param name="ownSeries">The segmentation's own series.</param>
    public static NamedSource Find(StoredReferences references, string ownSeries, ISeriesLookup here)
    {
        if (references.SourceSeries.Count > 0)
            return new NamedSource([.. references.SourceSeries], IsLost: false);
        var byInstance = SeriesOf(references.SourceInstances);
        if (byInstance.Length > 0)
            return new NamedSource(byInstance, IsLost: false);
        var others = references.OtherSeries.Where(uid => uid != ownSeries && !here.HasSegmentation(uid)).ToArray();
        var listed = others.Where(here.HasImages).ToArray();
        if (others.Length > 0)
            return new NamedSource(listed.Length > 0 ? listed : others, IsLost: false);
        var mentioned = SeriesOf(references.MentionedImages);
        return mentioned.Length == 1
            ? new NamedSource(mentioned, IsLost: false)
            : new NamedSource([], references.SourceInstances.Count > 0 || (references.MentionedImages.Count > 0 && mentioned.Length == 0));

        string[] SeriesOf(IEnumerable<ulong> instances) => [.. instances.Select(here.ImageSeriesOf).OfType<string>().Distinct()];
    }
}

/// <summary>The series among which references are followed.</summary>
internal interface ISeriesLookup
{
    /// <summary>The UID of the image series that has an instance, by the fingerprint of its UID; null where it is not here.</summary>
    string? ImageSeriesOf(ulong instance);

    bool HasImages(string seriesUid);

    bool HasSegmentation(string seriesUid);
}
