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

/// <summary>Applies a profile to an instance: reads where its elements are, and returns the edits to make.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class InstanceDeidentifier
{
    private const int GroupLengthBytes = 4;

    private readonly Profile _profile;
    private readonly ProtectionKey _key;
    private readonly UidMap _uids;
    private readonly ElementChanger _changer;
    private readonly PixelCleaner? _pixels;

    public InstanceDeidentifier(Profile profile, ProtectionKey key)
    {
        _profile = profile;
        _key = key;
        _uids = new UidMap(key);
        _changer = new ElementChanger(_uids, key);
        _pixels = profile.Has(ProfileOption.CleanPixelData) ? new PixelCleaner(profile.PixelRules) : null;
    }

    /// <summary>The edits that the profile asks for.</summary>
    /// <param name="patient">The identifying values of other instances of the patient; null where none are known.</param>
    /// <exception cref="DamsException">A new value cannot be written into this file.</exception>
    public EditList Deidentify(DicomFile file, InstanceFacts facts, NewIdentity identity, KnownValues? patient = null)
    {
        UnreadBytes.Refuse(file, _profile);
        var walk = new InstanceWalk(file, facts, identity, _profile, _key, patient);
        for (var index = 0; index < file.Dataset.Count;)
        {
            file.Source.Cancellation.ThrowIfCancellationRequested();
            index = Visit(walk, index);
        }
        BurnedInText = _pixels is not null ? _pixels.Clean(file, facts, walk.Edits)
            : _profile.IsMarked && BurnedInSuspicion.IsLikely(file, facts) ? BurnedInText.Suspected
            : BurnedInText.None;
        if (_profile.IsMarked)
        {
            IdentityElements.AddMissing(file, walk.Edits, identity);
            DeidentificationMarks.Add(walk);
            var syntax = FileHead.SyntaxOf(file);
            walk.Edits.IsDeflated = syntax.IsDeflated;
            walk.Edits.Head = FileHead.Build(file, facts, syntax, uid => NewUid(KnownTag.SOPInstanceUID, uid));
            walk.Edits.DropsTrailing = true;
        }
        else if (file.Syntax.IsDeflated && (file.Dataset.Form & ElementForm.ImplicitVr) != 0)
        {
            throw DeidentificationErrors.WrongTransferSyntax();
        }
        return walk.Edits;
    }

    /// <summary>Whether text may be burned into the last instance.</summary>
    public BurnedInText BurnedInText { get; private set; }

    /// <summary>The UID that an attribute has in the output. One that is to be removed does not stay elsewhere either.</summary>
    public string NewUid(Tag tag, string uid) => NewUid(_profile, _uids, tag, uid);

    /// <summary>The same for a caller that has a profile and a UID map.</summary>
    public static string NewUid(Profile profile, UidMap uids, Tag tag, string uid)
    {
        var rule = profile.RuleFor(tag, Vr.UI);
        return rule.Replacement ?? (rule.Action == RuleAction.Keep ? uid : uids.Map(uid));
    }

    /// <summary>Does what the rules ask for one element; returns the next to visit.</summary>
    [MethodImpl(HotPath.Options)]
    private int Visit(InstanceWalk walk, int index)
    {
        ref readonly var element = ref walk.Tree[index];
        if (element.IsItem)
            return index + 1;
        var vr = walk.Private.VrOf(index);
        var rule = FindRule(walk, index, vr);
        return _changer.Change(walk, index, vr, rule, Resolve(walk, index, rule));
    }

    private Rule FindRule(InstanceWalk walk, int index, Vr vr)
    {
        ref readonly var element = ref walk.Tree[index];
        if (element.Tag.IsGroupLength && !element.Tag.IsPrivate)
            // A group length of another size is no number of bytes, and it is not computed anew.
            return element.ValueLength is 0 or GroupLengthBytes || !_profile.IsMarked ? Rule.Keep : Rule.Remove;
        var rule = element.Tag.IsPrivate && !element.Tag.IsGroupLength
            ? walk.Private.RuleFor(index)
            : _profile.RuleFor(element.Tag, vr);
        if (rule == Rule.Unlisted && Overlays.LosesBitmap(walk, index))
            return Rule.Remove;
        if (rule == Rule.Unlisted && DeidentificationMarks.Writes(walk, index))
            return Rule.Keep;
        if (!walk.Scope.Holds(index) || rule.Action != RuleAction.Keep)
            return rule;
        return ContentItems.RuleFor(walk, index)
            ?? walk.Scope.RuleFor(element.Tag, vr, isDirect: walk.Tree[element.Parent].Parent == walk.Scope.Index);
    }

    private static RuleAction Resolve(InstanceWalk walk, int index, Rule rule) => rule.IsConditional
        ? rule.Resolve(AttributeTypes.Standard.Find(walk.Facts.SOPClassUID, walk.Tree, index))
        : rule.Action;
}
