using System.Collections.Generic;
using System.Linq;
using Dams.Dicom;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Sources;

namespace Dams.Segmentations.Linking;

/// <summary>The frames of a SEG object and the source images in their planes.</summary>
internal sealed class SegmentationFrames
{
    private const int Root = ElementTree.Root;

    private readonly DicomFile _file;
    private readonly IReadOnlyList<(int Item, InstanceReference? Source)> _frames;

    private SegmentationFrames(DicomFile file, IReadOnlyList<(int Item, InstanceReference? Source)> frames)
    {
        _file = file;
        _frames = frames;
    }

    /// <summary>The source images, each once.</summary>
    public IReadOnlyList<InstanceReference> Sources =>
        [.. _frames.Select(frame => frame.Source).OfType<InstanceReference>().GroupBy(source => source.InstanceUid).Select(group => group.First())];

    public static SegmentationFrames Read(DicomFile file, InstanceHeader header, ImageSeries source) => new(
        file,
        [.. Planes(file).Select(frame => (
            frame.Item, source.FindAt(frame.Plane, header.Facts.FrameOfReferenceUID) is { } image ? InstanceReference.To(image) : null))]);

    /// <summary>Where the frames lie; null for one that does not say.</summary>
    public static IEnumerable<(int Item, SlicePlane? Plane)> Planes(DicomFile file)
    {
        var shared = file.Items(Root, KnownTag.SharedFunctionalGroupsSequence).DefaultIfEmpty(-2).First();
        foreach (var frame in file.Items(Root, KnownTag.PerFrameFunctionalGroupsSequence))
        {
            var position = First(file, frame, shared, KnownTag.PlanePositionSequence);
            var orientation = First(file, frame, shared, KnownTag.PlaneOrientationSequence);
            yield return (frame, position is { } p && orientation is { } o ? SlicePlane.Read(file, p, o) : null);
        }
    }

    /// <summary>Writes into each frame which source image it was drawn on, where it does not say so already.</summary>
    public void Write(EditList edits)
    {
        // A functional group stands in all frames or in what they share, not in both (PS3.3 section C.7.6.16).
        var isShared = _file.Items(Root, KnownTag.SharedFunctionalGroupsSequence)
            .Any(item => _file.Dataset.Find(KnownTag.DerivationImageSequence, item) >= 0);
        if (isShared || _frames.All(frame => frame.Source is null))
            return;
        foreach (var (item, source) in _frames)
            Write(edits, item, source);
    }

    private void Write(EditList edits, int frame, InstanceReference? source)
    {
        var sequence = KnownTag.DerivationImageSequence;
        if (source is null)
        {
            if (_file.Dataset.Find(sequence, frame) < 0)
                edits.Insert(frame, sequence, (buffer, form) => buffer.Write(form, sequence, Vr.SQ, []));
            return;
        }
        var derivations = _file.Items(frame, sequence).ToArray();
        if (derivations.SelectMany(item => _file.Items(item, KnownTag.SourceImageSequence)).Any(item => source.Matches(_file, item)))
            return;
        foreach (var derivation in derivations)
        {
            if (!Code.Segmentation.OccursIn(_file, derivation, KnownTag.DerivationCodeSequence))
                continue;
            edits.SetReferences(_file, derivation, KnownTag.SourceImageSequence, Code.SourceImage, [source], _ => false);
            return;
        }
        edits.ChangeItems(_file, frame, sequence, _ => false, [(buffer, form) => WriteDerivation(buffer, form, source)]);
    }

    private static void WriteDerivation(ElementBuffer buffer, ElementForm form, InstanceReference source)
    {
        buffer.BeginItem(form);
        buffer.BeginSequence(form, KnownTag.SourceImageSequence);
        source.Write(buffer, form, Code.SourceImage);
        buffer.End(form);
        Code.Segmentation.Write(buffer, form, KnownTag.DerivationCodeSequence);
        buffer.End(form);
    }

    private static int? First(DicomFile file, int frame, int shared, Tag sequence)
    {
        foreach (var item in file.Items(frame, sequence))
            return item;
        if (shared >= 0)
        {
            foreach (var item in file.Items(shared, sequence))
                return item;
        }
        return null;
    }
}
