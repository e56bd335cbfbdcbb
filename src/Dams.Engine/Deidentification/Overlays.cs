using Dams.Dicom.Reading;
using Dams.Profiles;

namespace Dams.Deidentification;

/// <summary>Overlay planes (PS3.3 section C.9.2).</summary>
internal static class Overlays
{
    private const ushort OverlayType = 0x0040;
    private const ushort OverlayBitPosition = 0x0102;
    private const ushort OverlayData = 0x3000;

    /// <summary>Whether an element describes an overlay whose bitmap is removed: without the bitmap it means nothing.</summary>
    public static bool LosesBitmap(DeidentificationContext context, int index)
    {
        var element = context.Tree[index];
        if (!IsOverlay(element.Tag) || element.Tag.Element == OverlayData)
            return false;
        var data = new Tag(element.Tag.Group, OverlayData);
        var action = context.Profile.RuleFor(data, Vr.OW).Action;
        var bitmap = context.Tree.Find(data, element.Parent);
        if (bitmap < 0)
            // Its bitmap may stand in unused bits of the pixel data.
            return action is RuleAction.Remove or RuleAction.Clean && BitPositionOf(context.File, element.Tag.Group, element.Parent) > 0;
        return action == RuleAction.Remove || (action == RuleAction.Clean && !IsRegionOfInterest(context.File, bitmap));
    }

    /// <summary>The bits of each sample in which overlays stand (PS3.3 section C.9.2; retired).</summary>
    /// <param name="profile">Null, or a profile: those that it keeps are left out.</param>
    public static uint EmbeddedBits(DicomFile file, Profile? profile = null)
    {
        const int bitsOfSample = 32;
        var bits = 0u;
        for (var i = 0; i < file.Dataset.Count; i = file.Dataset[i].Next)
        {
            var tag = file.Dataset[i].Tag;
            if (tag.Element != OverlayBitPosition || !IsOverlay(tag))
                continue;
            var data = new Tag(tag.Group, OverlayData);
            var position = BitPositionOf(file, tag.Group, ElementTree.Root);
            if (position is > 0 and < bitsOfSample && file.Dataset.Find(data) < 0 && profile?.RuleFor(data, Vr.OW).Action is null or RuleAction.Remove or RuleAction.Clean)
                bits |= 1u << position;
        }
        return bits;
    }

    private static int BitPositionOf(DicomFile file, ushort group, int container) =>
        file.Dataset.Find(new Tag(group, OverlayBitPosition), container) is >= 0 and var index
            && file.Values.Numbers(file.Dataset[index]) is { Count: > 0 } numbers && numbers[0] is ushort position ? position : 0;

    /// <summary>
    /// Whether an element is the bitmap of an overlay that marks a region: those of the other type, graphics, may show
    /// text, and no rule can read it.
    /// </summary>
    public static bool IsRegionOfInterest(DicomFile file, int index)
    {
        var element = file.Dataset[index];
        if (!IsOverlay(element.Tag) || element.Tag.Element != OverlayData)
            return false;
        var type = file.Dataset.Find(new Tag(element.Tag.Group, OverlayType), element.Parent);
        return type >= 0 && file.Values.Text(file.Dataset, type) == "R";
    }

    /// <summary>Whether an attribute is the bitmap of an overlay.</summary>
    public static bool IsBitmap(Tag tag) => IsOverlay(tag) && tag.Element == OverlayData;

    private static bool IsOverlay(Tag tag) => tag.Group is >= 0x6000 and <= 0x60FF && !tag.IsPrivate;
}
