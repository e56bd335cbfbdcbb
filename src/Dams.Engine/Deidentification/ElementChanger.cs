using System;
using System.Text;
using System.Text.RegularExpressions;
using Dams.Dicom.Reading;
using Dams.Dicom.Text;
using Dams.Profiles;
using Dams.Subjects;

namespace Dams.Deidentification;

/// <summary>Changes an element as a rule says.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class ElementChanger
{
    private readonly UidMap _uids;
    private readonly ProtectionKey _key;

    public ElementChanger(UidMap uids, ProtectionKey key)
    {
        _uids = uids;
        _key = key;
    }

    /// <summary>Makes the edits for one element; returns the next to visit.</summary>
    /// <param name="vr">The value representation by which its value is read.</param>
    /// <param name="action">The one action of the rule for this element.</param>
    /// <exception cref="DamsException">A new value cannot be written into this file.</exception>
    public int Change(InstanceWalk walk, int index, Vr vr, Rule rule, RuleAction action)
    {
        var element = walk.Tree[index];
        if (action != RuleAction.Keep && IdentityElements.NewValue(element.Tag, walk.Identity) is { } value)
            ReplaceText(walk, index, vr, rule.Replacement ?? value, onlyFilled: element.Parent != ElementTree.Root);
        else if (action == RuleAction.Remove)
            walk.Edits.Remove(index);
        else if (action == RuleAction.Empty)
            Empty(walk, index);
        else if (rule.Replacement is not null)
            ReplaceText(walk, index, vr, rule.Replacement, onlyFilled: false);
        else if (element.IsSequence)
            return Enter(walk, index, action);
        else if (element.ValueLength > 0)
            ChangeValue(walk, index, vr, rule, action);
        return element.Next;
    }

    private void ChangeValue(InstanceWalk walk, int index, Vr vr, Rule rule, RuleAction action)
    {
        if (action == RuleAction.MapUid || (action == RuleAction.Dummy && vr == Vr.UI))
            MapUids(walk, index);
        else if (action == RuleAction.Dummy)
            walk.Edits.Replace(index, DummyValue.Of(vr), vr.Padding);
        else if (action == RuleAction.Hash)
            Hash(walk, index, vr);
        else if (action is RuleAction.Clean or RuleAction.Shift)
            Clean(walk, index, vr, rule);
        else if (walk.Profile.IsMarked && (vr == Vr.SQ || DataDictionary.VrOf(walk.Tree[index].Tag) == Vr.SQ))
            // A sequence whose items cannot be read cannot be cleaned either.
            walk.Edits.Remove(index);
        else if (UnreadItems.StandIn(walk.File, index))
            LeaveUnread(walk, index, vr);
        else if (rule == Rule.Unlisted && walk.Profile.CleansText && vr.UsesCharacterSet && vr != Vr.PN)
            CleanUnlisted(walk, index, vr);
    }

    private static void LeaveUnread(InstanceWalk walk, int index, Vr vr)
    {
        var element = walk.Tree[index];
        if (!walk.Profile.IsMarked && UnreadItems.MayHoldWhatChanges(walk.File, element, walk.Profile))
            throw DeidentificationErrors.UnreadableItems(element.Offset, element.Tag);
        // What the standard calls bytes or words is fragments of pixel data.
        if (walk.Profile.IsMarked && vr != Vr.OB && vr != Vr.OW)
            walk.Edits.Remove(index);
    }

    private static void CleanUnlisted(InstanceWalk walk, int index, Vr vr)
    {
        var isDescriptive = DescriptiveText.IsIn(walk.Tree[index].Tag);
        // Values of the patient must not stay: where the cleaned text cannot be written, the whole text is replaced.
        if (!ReplaceValues(walk, index, vr, CleanOne))
            walk.Edits.Replace(index, DummyValue.Of(vr), vr.Padding);

        string CleanOne(string text, int maximum) => isDescriptive ? walk.Cleaner.Clean(text, maximum) : walk.Cleaner.CleanKnownWithDates(text, maximum);
    }

    private void Clean(InstanceWalk walk, int index, Vr vr, Rule rule)
    {
        var isDone = vr switch
        {
            _ when vr == Vr.DA || vr == Vr.DT => CleanDates(walk, index, vr, rule),
            _ when vr == Vr.TM => KeepsTimes(walk, index, rule),
            _ when rule.Action == RuleAction.Shift => false,
            _ when vr.UsesCharacterSet && vr != Vr.PN || vr == Vr.AE =>
                ReplaceValues(walk, index, vr, (text, maximum) => walk.Cleaner.Clean(text, maximum)),
            _ => Overlays.IsRegion(walk.File, index),
        };
        if (isDone)
            return;
        var otherwise = rule.Otherwise ?? Rule.Remove;
        var action = otherwise.IsConditional
            ? otherwise.Resolve(AttributeTypes.Standard.Find(walk.Facts.SOPClassUID, walk.Tree, index))
            : otherwise.Action;
        Change(walk, index, vr, otherwise, action);
    }

    /// <summary>Keeps or moves dates. False where a value is no date, so that it cannot be moved.</summary>
    private static bool CleanDates(InstanceWalk walk, int index, Vr vr, Rule rule)
    {
        if (walk.Profile.KeepsDates && rule.Action == RuleAction.Clean)
            return true;
        if (!walk.Profile.ShiftsDates && rule.Action == RuleAction.Clean)
            return false;
        var values = walk.File.Values.Text(walk.Tree, index, vr).Split('\\');
        for (var i = 0; i < values.Length; i++)
        {
            if (walk.Shift.Shift(values[i]) is not { } shifted)
                return false;
            values[i] = shifted;
        }
        walk.Edits.Replace(index, Encodings.Latin1.GetBytes(string.Join("\\", values)), vr.Padding);
        return true;
    }

    /// <summary>Keeps times where dates are kept or moved. False for a value that is no time of day: some files have a date there.</summary>
    private static bool KeepsTimes(InstanceWalk walk, int index, Rule rule)
    {
        if (walk.Profile.KeepsDates && rule.Action == RuleAction.Clean)
            return true;
        return (walk.Profile.ShiftsDates || rule.Action == RuleAction.Shift)
            && Array.TrueForAll(walk.File.Values.Text(walk.Tree, index, Vr.TM).Split('\\'), value =>
                value.Trim(' ', '\0') is var time && (time.Length == 0 || DicomTime.IsTime(time)));
    }

    /// <summary>Replaces the values that a function changes. False where the new ones cannot be written.</summary>
    private static bool ReplaceValues(InstanceWalk walk, int index, Vr vr, Func<string, int, string> change)
    {
        var text = walk.File.Values.Text(walk.Tree, index, vr);
        if (text.Length > ReadLimits.SearchedLength)
            throw DicomErrors.ValueTooLong(walk.Tree[index].Tag, text.Length, ReadLimits.SearchedLength);
        var values = vr.IsMultiText ? text.Split('\\') : [text];
        try
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = change(values[i], vr.MaximumCharacters);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
        var changed = string.Join("\\", values);
        if (changed == text)
            return true;
        if (!walk.File.Values.CharacterSetOf(walk.Tree, walk.Tree[index].Parent).TryEncode(changed, out var bytes))
            return false;
        walk.Edits.Replace(index, bytes, vr.Padding);
        return true;
    }

    private static int Enter(InstanceWalk walk, int index, RuleAction action)
    {
        // Inside a sequence under D everything is treated as D: C inside it would bring back what D has removed.
        var isInside = walk.Scope.Holds(index);
        var starts = action is RuleAction.Dummy or RuleAction.Clean
            && (!isInside || (walk.Scope.Action == RuleAction.Clean && action == RuleAction.Dummy));
        if (starts)
            walk.Scope = new SequenceScope(index, walk.Tree[index].Next, action);
        return index + 1;
    }

    private static void Empty(InstanceWalk walk, int index)
    {
        if (walk.Tree[index].ValueLength > 0 || walk.Tree[index].HasUndefinedLength)
            walk.Edits.Replace(index, [], 0);
    }

    private static void ReplaceText(InstanceWalk walk, int index, Vr vr, string text, bool onlyFilled)
    {
        var element = walk.Tree[index];
        if (onlyFilled && element.ValueLength == 0)
            return;
        if (!vr.IsText)
        {
            // Where a file gives a name the value representation of a number or a sequence, the new name cannot be written; the old one must not stay either.
            if (ReplacementValue.TryNumbers(vr, text, element.IsBigEndian, out var numbers))
                walk.Edits.Replace(index, numbers, 0);
            else
                Empty(walk, index);
            return;
        }
        var set = walk.File.Values.CharacterSetOf(walk.Tree, element.Parent);
        if (!set.TryEncode(text, out var bytes))
            throw DeidentificationErrors.NotInCharacterSet(element.Tag);
        walk.Edits.Replace(index, bytes, vr.Padding);
    }

    private void Hash(InstanceWalk walk, int index, Vr vr)
    {
        const int length = 16;
        if (vr == Vr.UI)
        {
            MapUids(walk, index);
            return;
        }
        var bytes = walk.File.Values.Bytes(walk.Tree[index]);
        var message = Encoding.ASCII.GetBytes("hash\0" + Convert.ToBase64String(bytes));
        var digits = BitConverter.ToString(_key.Derive(message)).Replace("-", "").Substring(0, length);
        walk.Edits.Replace(index, Rule.HoldsAnyText(vr) ? Encodings.Ascii.GetBytes(digits) : DummyValue.Of(vr), vr.Padding);
    }

    private void MapUids(InstanceWalk walk, int index)
    {
        var uids = Encodings.Latin1.GetString(walk.File.Values.Bytes(walk.Tree[index])).Split('\\');
        for (var i = 0; i < uids.Length; i++)
            uids[i] = _uids.Map(uids[i].Trim(' ', '\0'));
        walk.Edits.Replace(index, Encodings.Latin1.GetBytes(string.Join("\\", uids)), Vr.UI.Padding);
    }
}
