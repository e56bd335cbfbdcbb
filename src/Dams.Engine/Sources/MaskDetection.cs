using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Files;

namespace Dams.Sources;

/// <summary>Distinguishes masks that are stored as images from images.</summary>
internal static class MaskDetection
{
    private const string SegmentationsFolder = "Segmentations";

    // Their objects have 16 bits (PS3.3 sections C.8.2.1, C.8.3.1, C.8.9.4): with fewer they are masks.
    private static readonly HashSet<string> SixteenBitClasses = new()
    {
        "1.2.840.10008.5.1.4.1.1.2",
        "1.2.840.10008.5.1.4.1.1.4",
        "1.2.840.10008.5.1.4.1.1.128",
    };

    private static readonly string[] MaskTypes = ["SEGMENTATION", "MASK", "LABELMAP"];

    private static readonly Regex FolderForm = new(@"^SegmentationNo_?\d+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether an image is a segmentation: SEG by its class, a mask by its pixels, its type or its folder.</summary>
    public static bool IsSegmentation(InstanceHeader header) =>
        HasSegmentationAttributes(header) || (header.IsImage && IsInMaskFolder(header.File));

    /// <summary>Whether an image says so itself, wherever it lies.</summary>
    public static bool HasSegmentationAttributes(InstanceHeader header) =>
        header.IsSegmentationObject || HasMaskBits(header.Facts.SOPClassUID, header.BitsAllocated) || HasMaskType(header.ImageType);

    /// <summary>Whether an image has fewer bits than images of its class, which have 16.</summary>
    public static bool HasMaskBits(string sopClassUid, int bitsAllocated) => bitsAllocated is > 0 and <= 8 && SixteenBitClasses.Contains(sopClassUid);

    /// <summary>Whether (0008,0008) Image Type calls an image a mask.</summary>
    public static bool HasMaskType(IReadOnlyList<string> imageType) =>
        imageType.Count > 0 && imageType[0] == "DERIVED" && imageType.Any(MaskTypes.Contains);

    /// <summary>The last parts of a folder's path that name a segmentation; empty where it has no such name.</summary>
    public static string NameOf(string folder)
    {
        var name = Path.GetFileName(folder);
        return FolderForm.IsMatch(name) ? $"{Path.GetFileName(Path.GetDirectoryName(folder))}/{name}".ToUpperInvariant() : "";
    }

    private static bool IsInMaskFolder(SourceFile file)
    {
        var folder = Path.GetDirectoryName(file.Path)!;
        if (FolderForm.IsMatch(Path.GetFileName(folder)))
            return true;
        for (; file.Root.Length > 0 && PathComparison.IsInside(folder, file.Root); folder = Path.GetDirectoryName(folder)!)
        {
            if (string.Equals(Path.GetFileName(folder), SegmentationsFolder, StringComparison.OrdinalIgnoreCase))
                return true;
            if (PathComparison.Comparer.Equals(folder, file.Root) || Path.GetDirectoryName(folder) is null)
                break;
        }
        return false;
    }
}
