using System;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Deidentification.Pixels;

/// <summary>Says why text may be burned into an image, judged by its attributes.</summary>
internal static class BurnedInTextCheck
{
    // Stations of other kinds say NO of every image, whatever is burned in. These are asked, by the standard (PS3.3
    // section C.8.11.3) or by who made the photograph.
    private const BurnedInReasons Deniable = BurnedInReasons.RadiographLabel | BurnedInReasons.Photograph | BurnedInReasons.UnknownKind;

    // Of these modalities the images of the patient are grey.
    private static readonly string[] Grey = ["CT", "MR", "PT", "NM"];

    private static readonly Tag VolumeBasedCalculationTechnique = new(0x0008_9207);
    private static readonly Tag ConversionType = new(0x0008_0064);
    private static readonly Tag LossyImageCompression = new(0x0028_2110);

    /// <summary>The reasons; none where there is no sign of text.</summary>
    public static BurnedInReasons Find(DicomFile file, InstanceFacts facts)
    {
        var isDeclared = Claims(file, "YES");
        if (BurnedInKinds.Table.IsComputed(facts.Modality, facts.SOPClassUID))
            return isDeclared ? BurnedInReasons.DeclaredText : BurnedInReasons.None;
        var type = file.Values.Text(KnownTag.ImageType).Split('\\');
        var reasons = FindByKind(file, facts, type);
        if (isDeclared)
            return reasons | BurnedInReasons.DeclaredText;
        if (!Claims(file, "NO"))
            return reasons;
        // The attributes of a derived image are those of the images that it is derived from, and so is this claim.
        if (IsDerived(type))
            return reasons | BurnedInReasons.DerivedImage;
        return (reasons & ~Deniable) == 0 ? BurnedInReasons.None : reasons;
    }

    /// <summary>Whether (0028,0301) has a value.</summary>
    public static bool Claims(DicomFile file, string claim) =>
        file.Values.Text(KnownTag.BurnedInAnnotation).Equals(claim, StringComparison.OrdinalIgnoreCase);

    private static BurnedInReasons FindByKind(DicomFile file, InstanceFacts facts, string[] type)
    {
        var table = BurnedInKinds.Table;
        var (byModality, byClass) = (table.FindModality(facts.Modality), table.FindClass(facts.SOPClassUID));
        // A capture keeps the modality of what was captured; else the modality is the nearer word.
        var reasons = byModality is { } known ? known | ((byClass ?? 0) & BurnedInReasons.SecondaryCapture) : byClass ?? 0;
        // What is no image, such as a report, has no words about one.
        if (PixelCleaner.FindPixels(file.Dataset) < 0)
            return reasons;
        if (file.Values.Text(ConversionType).Length > 0)
            reasons |= BurnedInReasons.SecondaryCapture;
        if (facts.Modality == "SM")
            reasons |= FindInType("SlideImageType", type) ?? 0;
        reasons |= FindInType("ImageType", type) ?? 0;
        reasons |= table.FindWords("Calculation", file.Values.Text(VolumeBasedCalculationTechnique)) ?? 0;
        if (IsDerived(type))
            reasons |= FindByDerivation(file, facts, type, isExplained: reasons != BurnedInReasons.None);
        else if (type[0].Trim().Length == 0)
            reasons |= table.FindWords("Description", facts.SeriesDescription) ?? 0;
        if (IsColoured(file, facts))
            reasons |= BurnedInReasons.ColourImage;
        return reasons == BurnedInReasons.None && byModality is null && byClass is null ? BurnedInReasons.UnknownKind : reasons;
    }

    /// <summary>PS3.3 section C.7.6.1.1.2: value 1 is DERIVED, or value 2 SECONDARY, which is made after the examination.</summary>
    private static bool IsDerived(string[] type) =>
        type[0].Trim() == "DERIVED" || (type.Length > 1 && type[1].Trim() == "SECONDARY");

    private static BurnedInReasons FindByDerivation(DicomFile file, InstanceFacts facts, string[] type, bool isExplained)
    {
        var described = BurnedInKinds.Table.FindWords("Description", facts.SeriesDescription) ?? 0;
        if (FindInType("Derivation", type) is { } reasons)
            return reasons | described;
        // By lossy compression alone an image is derived too.
        var isCompressed = type.Length > 1 && type[1].Trim() == "PRIMARY" && file.Values.Text(LossyImageCompression) == "01";
        return isCompressed || isExplained || described != 0 ? described : BurnedInReasons.DerivedImage;
    }

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
}
