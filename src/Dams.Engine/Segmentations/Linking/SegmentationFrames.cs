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

    private readonly IReadOnlyList<InstanceReference> _shared;
    private readonly IReadOnlyList<(IReadOnlyList<InstanceReference> Named, InstanceReference? Found)> _frames;

    /// <summary>Finds them. What a frame names itself decides before its plane does.</summary>
    public SegmentationFrames(InstanceHeader header, SourcePlanes source)
    {
        _shared = Named(header.SharedSourceInstances, source);
        _frames = [.. header.Frames.Select(frame =>
        {
            var named = Named(frame.SourceInstances, source);
            return (named, named.Count > 0 || _shared.Count > 0 ? null : source.FindAt(frame.Plane, header.Facts.FrameOfReferenceUID));
        })];
    }

    /// <summary>The source images, each once.</summary>
    public IReadOnlyList<InstanceReference> Sources => [.. _shared
        .Concat(_frames.SelectMany(frame => frame.Found is null ? frame.Named : [frame.Found]))
        .GroupBy(source => source.InstanceUid).Select(group => group.First())];

    /// <summary>Number of frames.</summary>
    public int Count => _frames.Count;

    /// <summary>Number of frames that have no source image.</summary>
    public int WithoutSource => _shared.Count > 0 ? 0 : _frames.Count(frame => frame.Found is null && frame.Named.Count == 0);

    /// <summary>Writes into each frame which source image it was drawn on, where it does not say so already.</summary>
    public void Write(DicomFile file, EditList edits)
    {
        // A functional group stands in all frames or in what they share, not in both (PS3.3 section C.7.6.16).
        var isShared = file.Items(Root, KnownTag.SharedFunctionalGroupsSequence)
            .Any(item => file.Dataset.Find(KnownTag.DerivationImageSequence, item) >= 0);
        if (isShared || _frames.All(frame => frame.Found is null))
            return;
        foreach (var (item, frame) in file.Items(Root, KnownTag.PerFrameFunctionalGroupsSequence).Zip(_frames, (item, frame) => (item, frame)))
            Write(file, edits, item, frame.Found);
    }

    private static void Write(DicomFile file, EditList edits, int frame, InstanceReference? source)
    {
        var sequence = KnownTag.DerivationImageSequence;
        if (source is null)
        {
            if (file.Dataset.Find(sequence, frame) < 0)
                edits.Insert(frame, sequence, (buffer, form) => buffer.Write(form, sequence, Vr.SQ, []));
            return;
        }
        foreach (var derivation in file.Items(frame, sequence))
        {
            if (!Code.Segmentation.OccursIn(file, derivation, KnownTag.DerivationCodeSequence))
                continue;
            edits.SetReferences(file, derivation, KnownTag.SourceImageSequence, Code.SourceImage, [source], _ => false);
            return;
        }
        edits.ChangeItems(file, frame, sequence, _ => false, [(buffer, form) => WriteDerivation(buffer, form, source)]);
    }

    private static IReadOnlyList<InstanceReference> Named(IReadOnlyList<string> instances, SourcePlanes source) =>
        [.. instances.Select(source.Find).OfType<InstanceReference>()];

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
