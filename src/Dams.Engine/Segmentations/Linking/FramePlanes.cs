using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Sources;

namespace Dams.Segmentations.Linking;

/// <summary>Where the frames of a multi-frame image lie, by their functional groups (PS3.3 section C.7.6.16).</summary>
internal static class FramePlanes
{
    private const int Root = ElementTree.Root;

    /// <summary>The functional groups of each frame and its plane; null for one that does not say.</summary>
    public static IEnumerable<(int Item, SlicePlane? Plane)> Read(DicomFile file)
    {
        var shared = file.Items(Root, KnownTag.SharedFunctionalGroupsSequence).Select(item => (int?)item).FirstOrDefault();
        foreach (var frame in file.Items(Root, KnownTag.PerFrameFunctionalGroupsSequence))
        {
            var position = First(file, frame, shared, KnownTag.PlanePositionSequence);
            var orientation = First(file, frame, shared, KnownTag.PlaneOrientationSequence);
            yield return (frame, position is { } p && orientation is { } o ? SlicePlane.Read(file, p, o) : null);
        }
    }

    private static int? First(DicomFile file, int frame, int? shared, Tag sequence) => file.Items(frame, sequence)
        .Concat(shared is { } item ? file.Items(item, sequence) : []).Select(found => (int?)found).FirstOrDefault();
}
