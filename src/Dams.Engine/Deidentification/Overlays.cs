using Dams.Dicom.Reading;
using Dams.Profiles;

namespace Dams.Deidentification;

/// <summary>Overlay planes (PS3.3 section C.9.2).</summary>
internal static class Overlays
{
    private const ushort OverlayType = 0x0040;
    private const ushort OverlayData = 0x3000;

    /// <summary>Whether an element describes an overlay whose bitmap is removed: without the bitmap it means nothing.</summary>
    public static bool LosesBitmap(DeidentificationContext context, int index)
    {
        var element = context.Tree[index];
        if (!IsOverlay(element.Tag) || element.Tag.Element == OverlayData)
            return false;
        var bitmap = context.Tree.Find(new Tag(element.Tag.Group, OverlayData), element.Parent);
        if (bitmap < 0)
            return false;
        var action = context.Profile.RuleFor(context.Tree[bitmap].Tag, Vr.OW).Action;
        return action == RuleAction.Remove || (action == RuleAction.Clean && !IsRegionOfInterest(context.File, bitmap));
    }

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
