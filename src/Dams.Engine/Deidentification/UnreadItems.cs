using System;
using Dams.Dicom;
using Dams.Profiles;

namespace Dams.Deidentification;

/// <summary>
/// Unknown values (UN) that begin as the items of a sequence do (PS3.5 section 6.2.2) but were not read as one: their
/// lengths do not add up, or they nest deeper than <see cref="ReadLimits.UnknownDepth"/>. Another reader may read on.
/// </summary>
internal static class UnreadItems
{
    private const int TagLength = 4;

    /// <summary>Whether an element has such a value.</summary>
    public static bool StandIn(DicomFile file, int index)
    {
        ref readonly var element = ref file.Dataset[index];
        return element.Vr == Vr.UN && !element.IsSequence && element.ValueLength >= ElementHeader.ItemLength
            && HeaderReader.ReadTag(file.Source.Peek(element.ValueOffset, TagLength), ElementForm.None) == ItemTag.Item;
    }

    /// <summary>Whether the tag of an attribute that a profile changes stands anywhere in a value.</summary>
    public static bool MayHoldWhatChanges(DicomFile file, in Element element, Profile profile)
    {
        var end = element.ValueOffset + element.ValueLength;
        for (var position = element.ValueOffset; position + TagLength <= end;)
        {
            file.Source.Cancellation.ThrowIfCancellationRequested();
            var bytes = file.Source.PeekAvailable(position);
            if (bytes.Length < TagLength)
                bytes = file.Source.Peek(position, TagLength);
            var count = (int)Math.Min(bytes.Length, end - position) - TagLength + 1;
            for (var i = 0; i < count; i++)
            {
                if (Changes(HeaderReader.ReadTag(bytes.Slice(i), ElementForm.None))
                    || (element.IsBigEndian && Changes(HeaderReader.ReadTag(bytes.Slice(i), ElementForm.BigEndian))))
                {
                    return true;
                }
            }
            position += count;
        }
        return false;

        bool Changes(Tag tag) => DataDictionary.Contains(tag) && profile.RuleFor(tag, DataDictionary.VrOf(tag)).Action != RuleAction.Keep;
    }
}
