using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;

namespace Dams.Segmentations.Linking;

/// <summary>Writes which series an instance refers to, and which instances of them (PS3.3 sections C.12.2 and C.7.3.1).</summary>
internal sealed class SeriesReferences
{
    private const int Root = ElementTree.Root;

    private readonly DicomFile _file;
    private readonly EditList _edits;
    private readonly string _ownStudy;
    private readonly HashSet<string> _stale;
    private readonly ILookup<(string Study, string Series), InstanceReference> _wanted;

    /// <param name="wanted">The instances that the file is to refer to.</param>
    /// <param name="stale">Instances that may go from its lists.</param>
    public SeriesReferences(DicomFile file, EditList edits, IEnumerable<InstanceReference> wanted, HashSet<string> stale)
    {
        (_file, _edits, _stale) = (file, edits, stale);
        _ownStudy = file.TextIn(Root, KnownTag.StudyInstanceUID);
        _wanted = wanted.ToLookup(reference => (reference.StudyUid, reference.SeriesUid));
    }

    /// <summary>Writes ReferencedSeriesSequence: instances of the same study.</summary>
    public void WriteReferencedSeries() => Merge(Root, _ownStudy);

    /// <summary>Writes StudiesContainingOtherReferencedInstancesSequence: instances of other studies.</summary>
    public void WriteOtherStudies()
    {
        var sequence = KnownTag.StudiesContainingOtherReferencedInstancesSequence;
        var existing = _file.Items(Root, sequence).ToDictionary(item => item, item => _file.TextIn(item, KnownTag.StudyInstanceUID));
        var isEmptied = existing.Keys.Where(item => !Merge(item, existing[item])).ToArray();
        var missing = _wanted.Select(group => group.Key.Study).Distinct().Where(
            study => study != _ownStudy && !existing.ContainsValue(study));
        _edits.ChangeItems(_file, Root, sequence, isEmptied.Contains, [.. missing.Select(WriteStudy)]);
    }

    /// <summary>Writes RelatedSeriesSequence: which series is the source, which the partner.</summary>
    public void WriteRelatedSeries(IEnumerable<(ImageSeries Series, Code Purpose)> wanted)
    {
        var existing = _file.Items(Root, KnownTag.RelatedSeriesSequence).ToArray();
        var series = wanted.ToArray();
        _edits.ChangeItems(
            _file,
            Root,
            KnownTag.RelatedSeriesSequence,
            item => IsSourceOrPartner(item) && !series.Any(one => IsRelated(item, one)),
            [.. series.Where(one => !existing.Any(item => IsRelated(item, one))).Select(WriteRelated)]);
    }

    /// <summary>Merges the series of one study into the sequence of a container; false where the container is to go instead.</summary>
    private bool Merge(int container, string study)
    {
        var sequence = KnownTag.ReferencedSeriesSequence;
        var existing = _file.Items(container, sequence).ToArray();
        var wanted = _wanted.Where(group => group.Key.Study == study && (study != _ownStudy || container == Root)).ToArray();
        var dropped = existing.Where(IsStale).ToArray();
        if (container != Root && existing.Length > 0 && dropped.Length == existing.Length && wanted.Length == 0)
            return false;
        foreach (var item in existing.Except(dropped))
            ChangeInstances(item, wanted);
        var kept = new HashSet<string>(existing.Except(dropped).Select(SeriesOf));
        _edits.ChangeItems(
            _file, container, sequence, dropped.Contains, [.. wanted.Where(group => !kept.Contains(group.Key.Series)).Select(WriteSeries)]);
        return true;
    }

    /// <summary>Whether an item lists nothing but what an earlier link referred to.</summary>
    private bool IsStale(int item)
    {
        var instances = InstancesOf(item);
        return instances.Length > 0 && instances.All(_stale.Contains);
    }

    private void ChangeInstances(int item, IEnumerable<IGrouping<(string Study, string Series), InstanceReference>> wanted)
    {
        var existing = InstancesOf(item);
        var missing = wanted.Where(group => group.Key.Series == SeriesOf(item)).SelectMany(group => group)
            .Where(reference => !existing.Contains(reference.InstanceUid)).Select(WriteInstance).ToArray();
        _edits.ChangeItems(_file, item, KnownTag.ReferencedInstanceSequence, instance => _stale.Contains(InstanceOf(instance)), missing);
    }

    private string[] InstancesOf(int item) => [.. _file.Items(item, KnownTag.ReferencedInstanceSequence).Select(InstanceOf)];

    private string InstanceOf(int item) => _file.TextIn(item, KnownTag.ReferencedSOPInstanceUID);

    private string SeriesOf(int item) => _file.TextIn(item, KnownTag.SeriesInstanceUID);

    private bool IsSourceOrPartner(int item) =>
        Code.SourceSeries.OccursIn(_file, item, KnownTag.PurposeOfReferenceCodeSequence)
        || Code.SameAnatomy.OccursIn(_file, item, KnownTag.PurposeOfReferenceCodeSequence);

    private bool IsRelated(int item, (ImageSeries Series, Code Purpose) wanted) =>
        SeriesOf(item) == wanted.Series.SeriesUid
        && wanted.Purpose.OccursIn(_file, item, KnownTag.PurposeOfReferenceCodeSequence);

    private Action<ElementBuffer, ElementForm> WriteStudy(string study) => (buffer, form) =>
    {
        buffer.BeginItem(form);
        buffer.BeginSequence(form, KnownTag.ReferencedSeriesSequence);
        foreach (var group in _wanted.Where(group => group.Key.Study == study))
            WriteSeries(group)(buffer, form);
        buffer.End(form);
        buffer.Write(form, KnownTag.StudyInstanceUID, Vr.UI, study);
        buffer.End(form);
    };

    private static Action<ElementBuffer, ElementForm> WriteSeries(
        IGrouping<(string Study, string Series), InstanceReference> group) => (buffer, form) =>
    {
        buffer.BeginItem(form);
        buffer.BeginSequence(form, KnownTag.ReferencedInstanceSequence);
        foreach (var reference in group)
            reference.Write(buffer, form, purpose: null);
        buffer.End(form);
        buffer.Write(form, KnownTag.SeriesInstanceUID, Vr.UI, group.Key.Series);
        buffer.End(form);
    };

    private static Action<ElementBuffer, ElementForm> WriteInstance(InstanceReference reference) =>
        (buffer, form) => reference.Write(buffer, form, purpose: null);

    private static Action<ElementBuffer, ElementForm> WriteRelated((ImageSeries Series, Code Purpose) wanted) => (buffer, form) =>
    {
        buffer.BeginItem(form);
        buffer.Write(form, KnownTag.StudyInstanceUID, Vr.UI, wanted.Series.StudyUid);
        buffer.Write(form, KnownTag.SeriesInstanceUID, Vr.UI, wanted.Series.SeriesUid);
        wanted.Purpose.Write(buffer, form, KnownTag.PurposeOfReferenceCodeSequence);
        buffer.End(form);
    };
}
