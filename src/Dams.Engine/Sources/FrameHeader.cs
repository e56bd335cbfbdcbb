using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Sources;

/// <summary>What is read of one frame of a multi-frame image, by its functional groups (PS3.3 section C.7.6.16).</summary>
/// <param name="Plane">Where it lies; null where it does not say.</param>
/// <param name="SourceInstances">The images that a frame of a SEG object names as its sources.</param>
/// <remarks>Memory: about 300 bytes.</remarks>
internal sealed record FrameHeader(SlicePlane? Plane, IReadOnlyList<string> SourceInstances)
{
    private const int Root = ElementTree.Root;

    /// <summary>Reads all frames of an image, in their order.</summary>
    /// <param name="withSources">Whether what they name as sources is wanted too.</param>
    public static IReadOnlyList<FrameHeader> Read(DicomFile file, bool withSources)
    {
        var shared = file.Items(Root, KnownTag.SharedFunctionalGroupsSequence).Select(item => (int?)item).FirstOrDefault();
        var frames = new List<FrameHeader>();
        foreach (var frame in file.Items(Root, KnownTag.PerFrameFunctionalGroupsSequence))
        {
            var position = First(file, frame, shared, KnownTag.PlanePositionSequence);
            var orientation = First(file, frame, shared, KnownTag.PlaneOrientationSequence);
            var plane = position is { } p && orientation is { } o ? SlicePlane.Read(file, p, o) : null;
            frames.Add(new FrameHeader(plane, withSources ? SourcesOf(file, frame) : []));
        }
        return frames;
    }

    /// <summary>The images that all frames of an image name together as their sources.</summary>
    public static IReadOnlyList<string> ReadSharedSources(DicomFile file) =>
        [.. file.Items(Root, KnownTag.SharedFunctionalGroupsSequence).SelectMany(item => SourcesOf(file, item))];

    private static IReadOnlyList<string> SourcesOf(DicomFile file, int groups) =>
        [.. file.Items(groups, KnownTag.DerivationImageSequence).SelectMany(item => file.Items(item, KnownTag.SourceImageSequence))
            .Select(item => file.TextIn(item, KnownTag.ReferencedSOPInstanceUID))];

    private static int? First(DicomFile file, int frame, int? shared, Tag sequence) => file.Items(frame, sequence)
        .Concat(shared is { } item ? file.Items(item, sequence) : []).Select(found => (int?)found).FirstOrDefault();
}
