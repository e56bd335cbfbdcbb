using System;
using System.Text;
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
    public int Change(DeidentificationContext context, int index, Vr vr, Rule rule, RuleAction action)
    {
        var element = context.Tree[index];
        if (action != RuleAction.Keep && IdentityElements.NewValue(element.Tag, context.Identity) is { } value)
            ReplaceText(context, index, vr, rule.Replacement ?? value, onlyFilled: element.Parent != ElementTree.Root);
        else if (action == RuleAction.Remove)
            context.Edits.Remove(index);
        else if (action == RuleAction.Empty)
            Empty(context, index);
        else if (rule.Replacement is not null)
            ReplaceText(context, index, vr, rule.Replacement, onlyFilled: false);
        else if (element.IsSequence)
            return EnterSequence(context, index, action);
        else if (element.ValueLength > 0)
            ChangeValue(context, index, vr, rule, action);
        return element.Next;
    }

    private void ChangeValue(DeidentificationContext context, int index, Vr vr, Rule rule, RuleAction action)
    {
        if (action == RuleAction.MapUid || (action == RuleAction.Dummy && vr == Vr.UI))
            MapUids(context, index);
        else if (action == RuleAction.Dummy)
            context.Edits.Replace(index, DummyValue.Create(vr), vr.Padding);
        else if (action == RuleAction.Hash)
            Hash(context, index, vr);
        else if (action is RuleAction.Clean or RuleAction.Shift)
            Clean(context, index, vr, rule);
        else if (context.Profile.FollowsStandard && (vr == Vr.SQ || DataDictionary.VrOf(context.Tree[index].Tag) == Vr.SQ))
            // A sequence whose items cannot be read cannot be cleaned either.
            context.Edits.Remove(index);
        else if (UnreadItems.ExistIn(context.File, index))
            HandleUnreadItems(context, index, vr);
        else if ((rule == Rule.Unlisted || rule == Rule.Retained) && context.Profile.FollowsStandard)
            StayingValue.Clean(context, index, vr, rule);
    }

    private static void HandleUnreadItems(DeidentificationContext context, int index, Vr vr)
    {
        var element = context.Tree[index];
        if (!context.Profile.FollowsStandard && UnreadItems.MayHoldChangedAttribute(context.File, element, context.Profile))
            throw DeidentificationErrors.UnreadableItems(element.Offset, element.Tag);
        // What the standard calls bytes or words is fragments of pixel data.
        if (context.Profile.FollowsStandard && vr != Vr.OB && vr != Vr.OW)
            context.Edits.Remove(index);
    }

    private void Clean(DeidentificationContext context, int index, Vr vr, Rule rule)
    {
        var isDone = vr switch
        {
            _ when vr == Vr.DA || vr == Vr.DT => CleanDates(context, index, vr, rule),
            _ when vr == Vr.TM => KeepsTimes(context, index, rule),
            _ when rule.Action == RuleAction.Shift => false,
            _ when vr.UsesCharacterSet && vr != Vr.PN || vr == Vr.AE =>
                TextChanger.TryChange(context, index, vr, TextTreatment.All),
            _ when vr == Vr.CS => TextChanger.TryChange(context, index, vr, TextTreatment.KnownInTerm),
            _ => Overlays.IsRegionOfInterest(context.File, index),
        };
        if (isDone)
            return;
        var fallback = rule.Fallback ?? Rule.Remove;
        Change(context, index, vr, fallback, context.ActionOf(fallback, index));
    }

    /// <summary>Keeps or moves dates. False where a value is no date, so that it cannot be moved.</summary>
    private static bool CleanDates(DeidentificationContext context, int index, Vr vr, Rule rule)
    {
        if (context.Profile.KeepsDates && rule.Action == RuleAction.Clean)
            return true;
        if (!context.Profile.ShiftsDates && rule.Action == RuleAction.Clean)
            return false;
        var values = context.File.Values.Text(context.Tree, index, vr).Split('\\');
        for (var i = 0; i < values.Length; i++)
        {
            if (context.Shift.Shift(values[i]) is not { } shifted)
                return false;
            values[i] = shifted;
        }
        context.Edits.Replace(index, Encodings.Latin1.GetBytes(string.Join("\\", values)), vr.Padding);
        return true;
    }

    /// <summary>Keeps times where dates are kept or moved. False for a value that is no time of day: some files have a date there.</summary>
    private static bool KeepsTimes(DeidentificationContext context, int index, Rule rule)
    {
        if (context.Profile.KeepsDates && rule.Action == RuleAction.Clean)
            return true;
        return (context.Profile.ShiftsDates || rule.Action == RuleAction.Shift)
            && Array.TrueForAll(context.File.Values.Text(context.Tree, index, Vr.TM).Split('\\'), value =>
                value.Trim(' ', '\0') is var time && (time.Length == 0 || DicomTime.IsTime(time)));
    }

    private static int EnterSequence(DeidentificationContext context, int index, RuleAction action)
    {
        // Inside a sequence under D everything is treated as D: C inside it would bring back what D has removed.
        var isInside = context.Scope.Contains(index);
        var starts = action is RuleAction.Dummy or RuleAction.Clean
            && (!isInside || (context.Scope.Action == RuleAction.Clean && action == RuleAction.Dummy));
        if (starts)
            context.Scope = new SequenceScope(index, context.Tree[index].Next, action);
        return index + 1;
    }

    private static void Empty(DeidentificationContext context, int index)
    {
        if (context.Tree[index].ValueLength > 0 || context.Tree[index].HasUndefinedLength)
            context.Edits.Replace(index, [], 0);
    }

    private static void ReplaceText(DeidentificationContext context, int index, Vr vr, string text, bool onlyFilled)
    {
        var element = context.Tree[index];
        if (onlyFilled && element.ValueLength == 0)
            return;
        if (!vr.IsText)
        {
            // Where a file gives a name the value representation of a number or a sequence, the new name cannot be written; the old one must not stay either.
            if (ReplacementValue.TryEncodeNumbers(vr, text, element.IsBigEndian, out var numbers))
                context.Edits.Replace(index, numbers, 0);
            else
                Empty(context, index);
            return;
        }
        var set = context.File.Values.CharacterSetOf(context.Tree, element.Parent);
        if (!set.TryEncode(text, out var bytes))
            throw DeidentificationErrors.NotInCharacterSet(element.Tag);
        context.Edits.Replace(index, bytes, vr.Padding);
    }

    private void Hash(DeidentificationContext context, int index, Vr vr)
    {
        const int length = 16;
        if (vr == Vr.UI)
        {
            MapUids(context, index);
            return;
        }
        var bytes = context.File.Values.Bytes(context.Tree[index]);
        var message = Encoding.ASCII.GetBytes("hash\0" + Convert.ToBase64String(bytes));
        var digits = BitConverter.ToString(_key.Derive(message)).Replace("-", "").Substring(0, length);
        context.Edits.Replace(index, Rule.HoldsAnyText(vr) ? Encodings.Ascii.GetBytes(digits) : DummyValue.Create(vr), vr.Padding);
    }

    private void MapUids(DeidentificationContext context, int index)
    {
        var uids = Encodings.Latin1.GetString(context.File.Values.Bytes(context.Tree[index])).Split('\\');
        for (var i = 0; i < uids.Length; i++)
            uids[i] = _uids.Map(uids[i].Trim(' ', '\0'));
        context.Edits.Replace(index, Encodings.Latin1.GetBytes(string.Join("\\", uids)), Vr.UI.Padding);
    }
}
