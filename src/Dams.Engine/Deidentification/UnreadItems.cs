using Dams.Dicom.Reading;

namespace Dams.Deidentification;

/// <summary>
/// Unknown values (UN) and texts that begin as the items of a sequence do (PS3.5 section 6.2.2) but were not read as one: their
/// lengths do not add up, they nest deeper than <see cref="ReadLimits.UnknownDepth"/>, or they are called a text. Another reader may read on.
/// </summary>
internal static class UnreadItems
{
    private const int TagLength = 4;

    /// <summary>Whether an element has such a value.</summary>
    public static bool ExistIn(DicomFile file, int index)
    {
        ref readonly var element = ref file.Dataset[index];
        if ((element.Vr != Vr.UN && !element.Vr.IsText) || element.IsSequence || element.ValueLength < ElementHeader.ItemLength)
            return false;
        var bytes = file.Source.Peek(element.ValueOffset, TagLength);
        // Little endian is what the standard asks for inside; some read on in the order of the file.
        return HeaderReader.ReadTag(bytes, ElementForm.None) == ItemTag.Item || HeaderReader.ReadTag(bytes, element.Form) == ItemTag.Item;
    }

    /// <summary>Whether the tag of an attribute that a profile changes stands anywhere in a value.</summary>
    public static bool MayHoldChangedAttribute(DicomFile file, in Element element, Profile profile) =>
        UnreadBytes.MayHold(
            file.Source, element.ValueOffset, element.ValueOffset + element.ValueLength, element.IsBigEndian,
            tag => UnreadBytes.Changes(profile, tag));
}
