using System.Collections.Generic;
using System.Linq;
using Dams.Dicom;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Sources.References;

namespace Dams.Segmentations.Linking;

/// <summary>What an earlier link wrote into a file: it goes where another takes its place, and nothing of others goes with it.</summary>
internal sealed class EarlierLink
{
    private const int Root = ElementTree.Root;

    private readonly DicomFile _file;
    private readonly ReferenceRoles _roles;
    private readonly bool _isReplaced;

    /// <param name="targets">What the file is to refer to; null where all of the earlier link goes.</param>
    public EarlierLink(DicomFile file, ReferenceRoles roles, LinkTargets? targets)
    {
        (_file, _roles) = (file, roles);
        var named = new HashSet<(string, Code)>(SeriesOf(Code.SourceSeries).Concat(SeriesOf(Code.SameAnatomy)));
        // Linked with the same series again, a file has what it needs; what else bears the same purpose is of others.
        _isReplaced = roles.IsLegacy || (named.Count > 0
            && (targets is null || !named.SetEquals(targets.Series().Select(one => (one.Series.SeriesUid, one.Purpose)))));
    }

    /// <summary>Whether an item of SourceImageSequence or ReferencedImageSequence at the root may go.</summary>
    public bool IsReplaced(int item, Code purpose) => _isReplaced && _roles.IsOurs(item, purpose);

    /// <summary>The instances to which an earlier link refers, and nothing else in the file: they may go from its lists.</summary>
    /// <param name="wanted">What the file is to refer to.</param>
    /// <param name="isObject">Whether it is a SEG object: its source images stand in its frames.</param>
    public HashSet<string> StaleInstances(IEnumerable<InstanceReference> wanted, bool isObject)
    {
        var (stale, others) = (new HashSet<string>(), new HashSet<string>(wanted.Select(reference => reference.InstanceUid)));
        foreach (var item in _file.Items(Root, KnownTag.SourceImageSequence))
            (!isObject && IsReplaced(item, Code.SourceImage) ? stale : others).Add(InstanceOf(item));
        foreach (var item in _file.Items(Root, KnownTag.ReferencedImageSequence))
            (IsReplaced(item, Code.RelatedImage) ? stale : others).Add(InstanceOf(item));
        foreach (var groups in new[] { KnownTag.SharedFunctionalGroupsSequence, KnownTag.PerFrameFunctionalGroupsSequence })
        {
            others.UnionWith(_file.Items(Root, groups).SelectMany(frame => _file.Items(frame, KnownTag.DerivationImageSequence))
                .SelectMany(derivation => _file.Items(derivation, KnownTag.SourceImageSequence)).Select(InstanceOf));
        }
        stale.ExceptWith(others);
        return stale;
    }

    private IEnumerable<(string, Code)> SeriesOf(Code purpose) => _file.Items(Root, KnownTag.RelatedSeriesSequence)
        .Where(item => purpose.OccursIn(_file, item, KnownTag.PurposeOfReferenceCodeSequence))
        .Select(item => (_file.TextIn(item, KnownTag.SeriesInstanceUID), purpose));

    private string InstanceOf(int item) => _file.TextIn(item, KnownTag.ReferencedSOPInstanceUID);
}
