using System.Collections.Generic;
using System.Linq;
using Dams.Dicom;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Sources;

namespace Dams.Segmentations.Linking;

/// <summary>The frames of a SEG object and the source images that they name, or else that lie in their planes.</summary>
internal sealed class SegmentationFrames
{
    private const int Root = ElementTree.Root;

    private readonly DicomFile _file;
    private readonly IReadOnlyList<InstanceReference> _shared;
    private readonly IReadOnlyList<(int Item, IReadOnlyList<InstanceReference> Named, InstanceReference? Found)> _frames;

    private SegmentationFrames(
        DicomFile file,
        IReadOnlyList<InstanceReference> shared,
        IReadOnlyList<(int Item, IReadOnlyList<InstanceReference> Named, InstanceReference? Found)> frames)
    {
        _file = file;
        _shared = shared;
        _frames = frames;
    }

    /// <summary>The source images, each once.</summary>
    public IReadOnlyList<InstanceReference> Sources => [.. _shared
        .Concat(_frames.SelectMany(frame => frame.Found is null ? frame.Named : [frame.Found]))
        .GroupBy(source => source.InstanceUid).Select(group => group.First())];

    /// <summary>Number of frames.</summary>
    public int Count => _frames.Count;

    /// <summary>Number of frames that have no source image.</summary>
    public int WithoutSource => _shared.Count > 0 ? 0 : _frames.Count(frame => frame.Found is null && frame.Named.Count == 0);

    /// <summary>Finds them. What a frame names itself decides before its plane does.</summary>
    public static SegmentationFrames Read(DicomFile file, InstanceHeader header, SourcePlanes source)
    {
        IReadOnlyList<InstanceReference> shared =
            [.. file.Items(Root, KnownTag.SharedFunctionalGroupsSequence).SelectMany(item => Named(file, item, source))];
        return new SegmentationFrames(file, shared, [.. FramePlanes.Read(file).Select(frame =>
        {
            IReadOnlyList<InstanceReference> named = [.. Named(file, frame.Item, source)];
            var found = named.Count > 0 || shared.Count > 0 ? null : source.FindAt(frame.Plane, header.Facts.FrameOfReferenceUID);
            return (frame.Item, named, found);
        })]);
    }

    private static IEnumerable<InstanceReference> Named(DicomFile file, int groups, SourcePlanes source) => file
        .Items(groups, KnownTag.DerivationImageSequence).SelectMany(item => file.Items(item, KnownTag.SourceImageSequence))
        .Select(item => source.Find(file.TextIn(item, KnownTag.ReferencedSOPInstanceUID))).OfType<InstanceReference>();

    /// <summary>Writes into each frame which source image it was drawn on, where it does not say so already.</summary>
    public void Write(EditList edits)
    {
        // A functional group stands in all frames or in what they share, not in both (PS3.3 section C.7.6.16).
        var isShared = _file.Items(Root, KnownTag.SharedFunctionalGroupsSequence)
            .Any(item => _file.Dataset.Find(KnownTag.DerivationImageSequence, item) >= 0);
        if (isShared || _frames.All(frame => frame.Found is null))
            return;
        foreach (var (item, _, found) in _frames)
            Write(edits, item, found);
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
        foreach (var derivation in _file.Items(frame, sequence))
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
}
