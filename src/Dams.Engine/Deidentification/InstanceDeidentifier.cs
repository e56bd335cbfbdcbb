using System.Runtime.CompilerServices;
using Dams.Dicom;
using Dams.Dicom.Rewriting;
using Dams.Dicom.Text;
using Dams.Profiles;
using Dams.Subjects;

namespace Dams.Deidentification;

/// <summary>Puts one instance through one profile: from the places of its elements to the edits to make.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class InstanceDeidentifier
{
    private readonly Profile _profile;
    private readonly UidMap _uids;

    public InstanceDeidentifier(Profile profile, UidMap uids)
    {
        _profile = profile;
        _uids = uids;
    }

    /// <summary>The edits that the profile asks for.</summary>
    /// <exception cref="DamsException">A new value cannot be written into this file.</exception>
    public EditList Deidentify(DicomFile file, InstanceFacts facts, NewIdentity identity)
    {
        var edits = new EditList(file);
        var walk = new Walk(file, facts, edits, identity);
        for (var index = 0; index < file.Dataset.Count;)
            index = Visit(walk, index);
        if (_profile.IsMarked)
        {
            IdentityElements.AddMissing(file, edits, identity);
            DeidentificationMarks.Add(file, edits, _profile);
            edits.Head = FileHead.Build(file, facts, NewUid);
            edits.DropsTrailing = true;
        }
        return edits;
    }

    /// <summary>The UID that an instance, series or study has in the output.</summary>
    public string NewUid(string uid) => _profile.MapsUids ? _uids.Map(uid) : uid;

    /// <summary>What stays the same and what is remembered while the elements of one file are visited.</summary>
    private sealed record Walk(DicomFile File, InstanceFacts Facts, EditList Edits, NewIdentity Identity)
    {
        public ElementTree Tree => File.Dataset;

        /// <summary>The sequence that action D is working on, and the index behind it.</summary>
        public (int Index, int End) Dummy { get; set; } = (-1, -1);
    }

    /// <summary>Does what the rules ask for one element; returns the next to visit.</summary>
    [MethodImpl(HotPath.Options)]
    private int Visit(Walk walk, int index)
    {
        var element = walk.Tree[index];
        if (element.IsItem)
            return index + 1;
        var vr = ValueReader.VrOf(element);
        var rule = FindRule(walk, index, vr);
        var action = rule.Action;
        if (rule.IsConditional)
            action = rule.Resolve(AttributeTypes.Standard.Find(walk.Facts.SOPClassUID, walk.Tree, index));
        if (action != BasicAction.Keep && IdentityElements.NewValue(element.Tag, walk.Identity) is { } value)
            ReplaceText(walk, index, vr, rule.Replacement ?? value, onlyFilled: element.Parent != ElementTree.Root);
        else if (action == BasicAction.Remove)
            walk.Edits.Remove(index);
        else if (action == BasicAction.Empty)
            Empty(walk, index);
        else if (rule.Replacement is not null)
            ReplaceText(walk, index, vr, rule.Replacement, onlyFilled: false);
        else if (element.IsSequence)
            return Enter(walk, index, action);
        else if (action == BasicAction.Dummy && element.ValueLength > 0)
            walk.Edits.Replace(index, DummyValue.Of(vr), vr.Padding);
        else if (action == BasicAction.MapUid)
            MapUids(walk, index);
        else if (_profile.IsMarked && vr == Vr.SQ && element.ValueLength > 0)
            // A sequence whose items cannot be read cannot be cleaned either.
            walk.Edits.Remove(index);
        return element.Next;
    }

    [MethodImpl(HotPath.Options)]
    private Rule FindRule(Walk walk, int index, Vr vr)
    {
        var element = walk.Tree[index];
        var rule = element.Tag.IsGroupLength ? GroupLengthRule(element) : _profile.RuleFor(element.Tag, vr);
        if (index >= walk.Dummy.End || rule.Action != BasicAction.Keep)
            return rule;
        var isDirect = walk.Tree[element.Parent].Parent == walk.Dummy.Index;
        return DummySequence.RuleFor(element.Tag, vr, isDirect);
    }

    // The length of a group of private elements goes with them; the others are made right when the file is written.
    private Rule GroupLengthRule(Element element) =>
        element.Tag.IsPrivate ? _profile.RuleFor(element.Tag, Vr.UL) : Rule.Keep;

    private static int Enter(Walk walk, int index, BasicAction action)
    {
        if (action == BasicAction.Dummy && index >= walk.Dummy.End)
            walk.Dummy = (index, walk.Tree[index].Next);
        return index + 1;
    }

    private static void Empty(Walk walk, int index)
    {
        if (walk.Tree[index].ValueLength > 0 || walk.Tree[index].HasUndefinedLength)
            walk.Edits.Replace(index, [], 0);
    }

    private static void ReplaceText(Walk walk, int index, Vr vr, string text, bool onlyFilled)
    {
        var element = walk.Tree[index];
        if (onlyFilled && element.ValueLength == 0)
            return;
        var set = walk.File.Values.CharacterSetOf(walk.Tree, element.Parent);
        if (!set.TryEncode(text, out var bytes))
            throw Errors.NotInCharacterSet(element.Tag);
        walk.Edits.Replace(index, bytes, vr.Padding);
    }

    private void MapUids(Walk walk, int index)
    {
        var element = walk.Tree[index];
        if (element.ValueLength == 0)
            return;
        var uids = Encodings.Latin1.GetString(walk.File.Values.Bytes(element)).Split('\\');
        for (var i = 0; i < uids.Length; i++)
            uids[i] = _uids.Map(uids[i].Trim(' ', '\0'));
        walk.Edits.Replace(index, Encodings.Latin1.GetBytes(string.Join("\\", uids)), Vr.UI.Padding);
    }
}
