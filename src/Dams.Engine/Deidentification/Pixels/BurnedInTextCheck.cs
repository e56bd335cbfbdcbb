using System;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Deidentification.Pixels;

/// <summary>Says why text may be burned into an image, judged by its attributes.</summary>
/// <remarks>
/// A NO in (0028,0301) clears no suspicion: where the standard requires a value, stations write it of every image, whatever is
/// burned in (PS3.3 section C.8.11.3), and the others do so too.
/// </remarks>
internal static class BurnedInTextCheck
{
    // Of these modalities the images of the patient are grey.
    private static readonly string[] Grey = ["CT", "MR", "PT", "NM"];

    private static readonly Tag VolumeBasedCalculationTechnique = new(0x0008_9207);
    private static readonly Tag ConversionType = new(0x0008_0064);
    private static readonly Tag LossyImageCompression = new(0x0028_2110);

    /// <summary>The reasons; none where there is no sign of text.</summary>
    public static BurnedInReasons Find(DicomFile file, InstanceFacts facts)
    {
        var declared = Claims(file, "YES") ? BurnedInReasons.DeclaredText : BurnedInReasons.None;
        // Of what is no picture, such as a report, a plan or a segmentation, nothing is read by eye.
        if (PixelCleaner.FindPixels(file.Dataset) < 0 || BurnedInKinds.Table.IsComputed(facts.Modality, facts.SOPClassUID))
            return declared;
        var type = Values(file, KnownTag.ImageType);
        var reasons = FindByKind(file, facts, type);
        return declared | reasons | (IsDerived(type) ? FindByDerivation(file, facts, type, isTold: reasons != BurnedInReasons.None) : FindByDescription(facts, type));
    }

    /// <summary>Whether (0028,0301) has a value.</summary>
    public static bool Claims(DicomFile file, string claim) => Values(file, KnownTag.BurnedInAnnotation).Contains(claim, StringComparer.OrdinalIgnoreCase);

    private static BurnedInReasons FindByKind(DicomFile file, InstanceFacts facts, string[] type)
    {
        var table = BurnedInKinds.Table;
        var (byModality, byClass) = (table.FindModality(facts.Modality), table.FindClass(facts.SOPClassUID));
        // A capture keeps the modality of what was captured; else the modality is the nearer word.
        var reasons = byModality is { } known ? known | ((byClass ?? 0) & BurnedInReasons.SecondaryCapture) : byClass ?? BurnedInReasons.UnknownKind;
        if (file.Values.Text(ConversionType).Length > 0)
            reasons |= BurnedInReasons.SecondaryCapture;
        if (facts.Modality == "SM")
            reasons |= FindInType("SlideImageType", type) ?? 0;
        reasons |= FindInType("ImageType", type) ?? 0;
        reasons |= table.FindWords("Calculation", file.Values.Text(VolumeBasedCalculationTechnique)) ?? 0;
        reasons |= table.FindWords("Sheet", facts.SeriesDescription) ?? 0;
        return IsColoured(file, facts) ? reasons | BurnedInReasons.ColourImage : reasons;
    }

    /// <summary>PS3.3 section C.7.6.1.1.2: value 1 is DERIVED, or value 2 SECONDARY, which is made after the examination.</summary>
    private static bool IsDerived(string[] type) => type[0] == "DERIVED" || (type.Length > 1 && type[1] == "SECONDARY");

    /// <param name="isTold">Whether the image is of a kind that has text, however it was derived.</param>
    private static BurnedInReasons FindByDerivation(DicomFile file, InstanceFacts facts, string[] type, bool isTold)
    {
        var byType = FindInType("Derivation", type) ?? (facts.Modality == "MR" ? FindInType("MRDerivation", type) : null);
        var reasons = (byType ?? 0) | (BurnedInKinds.Table.FindWords("Description", facts.SeriesDescription) ?? 0);
        // The attributes of a derived image are those of the images that it is derived from, and so is a NO.
        isTold |= byType is not null || reasons != BurnedInReasons.None || IsCompressed(file, type);
        return (isTold && !Claims(file, "NO")) || StoredMask.Is(file, facts, type) ? reasons : reasons | BurnedInReasons.DerivedImage;
    }

    /// <summary>What is said of an image that does not say how it came to be; of an original image the words are about the patient.</summary>
    private static BurnedInReasons FindByDescription(InstanceFacts facts, string[] type) =>
        type[0].Length == 0 ? BurnedInKinds.Table.FindWords("Description", facts.SeriesDescription) ?? 0 : BurnedInReasons.None;

    /// <summary>Whether it is derived by lossy compression alone.</summary>
    private static bool IsCompressed(DicomFile file, string[] type) =>
        type.Length > 1 && type[1] == "PRIMARY" && file.Values.Text(LossyImageCompression) == "01";

    /// <summary>The reasons in the values of the image type; null where none has a word that the table lists.</summary>
    private static BurnedInReasons? FindInType(string attribute, string[] type)
    {
        BurnedInReasons? found = null;
        foreach (var value in type)
        {
            if (BurnedInKinds.Table.FindWords(attribute, value) is { } reasons)
                found = (found ?? 0) | reasons;
        }
        return found;
    }

    private static bool IsColoured(DicomFile file, InstanceFacts facts)
    {
        if (!Grey.Contains(facts.Modality))
            return false;
        var photometric = file.Values.Text(KnownTag.PhotometricInterpretation);
        // Nuclear medicine may have a palette (PS3.3 section C.8.4.8).
        return photometric == "RGB" || photometric.StartsWith("YBR", StringComparison.Ordinal)
            || (photometric == "PALETTE COLOR" && facts.Modality != "NM");
    }

    private static string[] Values(DicomFile file, Tag tag) => Array.ConvertAll(file.Values.Text(tag).Split('\\'), value => value.Trim());
}
