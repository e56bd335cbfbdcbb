using Dams.Dicom;

namespace Dams.Deidentification;

/// <summary>Overlay planes (PS3.3 section C.9.2).</summary>
internal static class Overlays
{
    private const ushort OverlayType = 0x0040;
    private const ushort OverlayData = 0x3000;

    /// <summary>
    /// Whether an element is the bitmap of an overlay that marks a region: those of the other type, graphics, may show
    /// text, and no rule can read it.
    /// </summary>
    public static bool IsRegion(DicomFile file, int index)
    {
        var element = file.Dataset[index];
        if (element.Tag.Group is < 0x6000 or > 0x60FF || element.Tag.Element != OverlayData)
            return false;
        var type = file.Dataset.Find(new Tag(element.Tag.Group, OverlayType), element.Parent);
        return type >= 0 && file.Values.Text(file.Dataset, type) == "R";
    }
}
