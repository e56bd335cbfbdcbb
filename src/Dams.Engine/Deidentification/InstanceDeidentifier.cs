using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Dams.Cleaning;
using Dams.Core.Compatibility;
using Dams.Deidentification.Pixels;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Profiles;
using Dams.Subjects;

namespace Dams.Deidentification;

/// <summary>What a profile makes of an instance.</summary>
/// <param name="Edits">The edits to make.</param>
/// <param name="BurnedInText">Whether text may be burned into its images.</param>
/// <param name="BreaksSignature">Whether a digital signature stays that no longer fits (PS3.15 annex C).</param>
internal sealed record DeidentifiedInstance(EditList Edits, BurnedInText BurnedInText, bool BreaksSignature)
{
    /// <summary>Why text may be burned in.</summary>
    public BurnedInReasons BurnedInReasons { get; init; }

    /// <summary>The attributes of which a cleaned text was shortened.</summary>
    public IEnumerable<Tag> Shortened { get; init; } = [];
}

/// <summary>Applies a profile to an instance: reads where its elements are, and returns the edits to make.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class InstanceDeidentifier
{
    private const int GroupLengthBytes = 4;

    private readonly Profile _profile;
    private readonly ProtectionKey _key;
    private readonly UidMap _uids;
    private readonly ElementChanger _changer;
    private readonly PatientCleaners _cleaners;
    private readonly PixelCleaner _pixels;

    /// <param name="recognizer">What also says where a text identifies; null for none.</param>
    public InstanceDeidentifier(Profile profile, ProtectionKey key, TextRecognizer? recognizer = null)
    {
        _profile = profile;
        _key = key;
        _uids = new UidMap(key);
        _changer = new ElementChanger(_uids, key);
        _cleaners = new PatientCleaners(profile, _uids, recognizer);
        _pixels = new PixelCleaner(profile);
    }

    /// <summary>The edits that the profile asks for, and what was noticed on the way.</summary>
    /// <param name="patient">The identifying values of other instances of the patient; null where none are known.</param>
    /// <exception cref="DamsException">A new value cannot be written into this file.</exception>
    public DeidentifiedInstance Deidentify(DicomFile file, InstanceFacts facts, NewIdentity identity, KnownValues? patient = null)
    {
        UnreadBytes.Refuse(file, _profile);
        if (_profile.FollowsStandard)
            RefuseSecondImage(file.Dataset);
        var context = new DeidentificationContext(
            file, facts, identity, _profile, _key, _uids, made => _cleaners.For(file, patient, identity.Subject, () => made.Shift));
        for (var index = 0; index < file.Dataset.Count;)
        {
            file.Source.Cancellation.ThrowIfCancellationRequested();
            index = Visit(context, index);
        }
        var pixels = _profile.FollowsStandard || _profile.Has(ProfileOption.CleanPixelData)
            ? _pixels.Clean(file, facts, context.Edits)
            : PixelVerdict.Unchanged(BurnedInTextCheck.Find(file, facts));
        if (_profile.FollowsStandard)
        {
            IdentityElements.AddMissing(file, context.Edits, identity);
            DeidentificationAttributes.Write(context, isPixelDataClean: pixels.Text != BurnedInText.Suspected);
            var syntax = FileMetaWriter.OutputSyntaxOf(file);
            context.Edits.IsDeflated = syntax.IsDeflated;
            context.Edits.FileMeta = FileMetaWriter.Build(file, facts, syntax, uid => NewUid(KnownTag.SOPInstanceUID, uid));
            context.Edits.DropsTrailing = true;
        }
        else if (file.Syntax.IsDeflated && (file.Dataset.Form & ElementForm.ImplicitVr) != 0)
        {
            throw DeidentificationErrors.WrongTransferSyntax();
        }
        return new DeidentifiedInstance(context.Edits, pixels.Text, BreaksSignature(file.Dataset, context.Edits)) { BurnedInReasons = pixels.Reasons, Shortened = context.Shortened };
    }

    /// <summary>The UID that an attribute has in the output. One that is to be removed does not stay elsewhere either.</summary>
    public string NewUid(Tag tag, string uid) => NewUid(_profile, _uids, tag, uid);

    /// <summary>The UID that an attribute has in the output of a profile.</summary>
    public static string NewUid(Profile profile, UidMap uids, Tag tag, string uid)
    {
        var rule = profile.RuleFor(tag, Vr.UI);
        return rule.Replacement ?? (rule.Action == RuleAction.Keep ? uid : uids.Map(uid));
    }

    // dcmtk and gdcm show the first pixel data of a dataset, pydicom the last: neither may be dropped as if it were no image,
    // nor go out unseen behind the other.
    private static void RefuseSecondImage(ElementTree tree)
    {
        var first = tree.Find(KnownTag.PixelData);
        if (first < 0)
            return;
        for (var i = tree[first].Next; i < tree.Count; i = tree[i].Next)
        {
            if (tree[i].Tag == KnownTag.PixelData)
                throw DeidentificationErrors.TwoPixelData(tree[i].Offset);
        }
    }

    private static bool BreaksSignature(ElementTree tree, EditList edits)
    {
        for (var i = 0; i < tree.Count && !edits.IsEmpty; i++)
        {
            if (tree[i].Tag == KnownTag.DigitalSignaturesSequence && !edits.IsChanged(i))
                return true;
        }
        return false;
    }

    /// <summary>Does what the rules ask for one element; returns the next to visit.</summary>
    [MethodImpl(HotPath.Options)]
    private int Visit(DeidentificationContext context, int index)
    {
        ref readonly var element = ref context.Tree[index];
        if (element.IsItem)
            return index + 1;
        var vr = context.Private.VrOf(index);
        var rule = FindRule(context, index, vr);
        return _changer.Change(context, index, vr, rule, context.ActionOf(rule, index));
    }

    private Rule FindRule(DeidentificationContext context, int index, Vr vr)
    {
        ref readonly var element = ref context.Tree[index];
        if (element.Tag.IsGroupLength && !element.Tag.IsPrivate)
            // A group length of another size is no number of bytes, and it is not computed anew.
            return element.ValueLength is 0 or GroupLengthBytes || !_profile.FollowsStandard ? Rule.Keep : Rule.Remove;
        var rule = element.Tag.IsPrivate && !element.Tag.IsGroupLength
            ? context.Private.RuleFor(index)
            : _profile.RuleFor(element.Tag, vr);
        if (rule == Rule.Unlisted && Overlays.LosesBitmap(context, index))
            return Rule.Remove;
        if (rule == Rule.Unlisted && DeidentificationAttributes.Rewrites(context, index))
            return Rule.Keep;
        if (!context.Scope.Contains(index) || (rule.Action != RuleAction.Keep && rule != Rule.FreeText))
            return rule;
        return ContentItems.RuleFor(context, index)
            ?? context.Scope.RuleFor(element.Tag, vr, isDirect: context.Tree[element.Parent].Parent == context.Scope.Index);
    }
}
