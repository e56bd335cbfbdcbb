using System;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Profiles;

namespace Dams.Deidentification;

/// <summary>
/// Bytes of a file that Dams has not read as elements: before and after the dataset, and in values that do not add up.
/// Another reader may find elements there: a name that a profile leaves, or the rest of a dataset that it would drop.
/// </summary>
internal static class UnreadBytes
{
    private const int TagLength = 4;

    /// <summary>Refuses a file in which such bytes hold an attribute that the profile has to change or to keep.</summary>
    /// <exception cref="DamsException">Such bytes stand before or after its dataset.</exception>
    public static void Refuse(DicomFile file, Profile profile)
    {
        var (source, tree) = (file.Source, file.Dataset);
        var isBigEndian = (tree.Form & ElementForm.BigEndian) != 0;
        if (!profile.FollowsStandard && MayHold(source, 0, file.DatasetOffset, isBigEndian: false, tag => Changes(profile, tag)))
            throw DeidentificationErrors.UnreadBytes(0);
        if (MayHold(source, tree.End, source.Length, isBigEndian, IsWanted))
            throw DeidentificationErrors.UnreadBytes(tree.End);

        // The UIDs of an instance stand once at the root: where one is missing there and its tag is found after it, the dataset goes on.
        bool IsWanted(Tag tag) => profile.FollowsStandard
            ? (tag == KnownTag.SOPInstanceUID || tag == KnownTag.StudyInstanceUID || tag == KnownTag.SeriesInstanceUID) && tree.Find(tag) < 0
            : Changes(profile, tag);
    }

    /// <summary>Whether a profile changes an attribute.</summary>
    public static bool Changes(Profile profile, Tag tag) =>
        DataDictionary.Contains(tag) && profile.RuleFor(tag, DataDictionary.VrOf(tag)).Action != RuleAction.Keep;

    /// <summary>Whether a tag of some kind stands anywhere between two places.</summary>
    /// <param name="isBigEndian">Whether it may stand there in the other byte order too.</param>
    public static bool MayHold(ByteSource source, long start, long end, bool isBigEndian, Predicate<Tag> isSought)
    {
        for (var position = start; position + TagLength <= end;)
        {
            source.Cancellation.ThrowIfCancellationRequested();
            var bytes = source.PeekAvailable(position);
            if (bytes.Length < TagLength)
                bytes = source.Peek(position, TagLength);
            var count = (int)Math.Min(bytes.Length, end - position) - TagLength + 1;
            for (var i = 0; i < count; i++)
            {
                // Padding is the same tag again and again.
                if (i > 0 && bytes.Slice(i, TagLength).SequenceEqual(bytes.Slice(i - 1, TagLength)))
                    continue;
                if (isSought(HeaderReader.ReadTag(bytes.Slice(i), ElementForm.None))
                    || (isBigEndian && isSought(HeaderReader.ReadTag(bytes.Slice(i), ElementForm.BigEndian))))
                {
                    return true;
                }
            }
            position += count;
        }
        return false;
    }
}
