using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;

namespace Dams.Dicom;

/// <summary>A coded concept (PS3.3 section 8.8).</summary>
internal sealed record Code(string Value, string Scheme, string Meaning)
{
    /// <summary>Why an image refers to that from which it was made (PS3.16 CID 7202).</summary>
    public static readonly Code SourceImage = new("121322", "DCM", "Source image for image processing operation");

    /// <summary>Why an image refers to its partner (PS3.16 CID 7201).</summary>
    public static readonly Code RelatedImage = new("121316", "DCM", "Images related to standalone object");

    /// <summary>Why a series refers to that from which it was made (PS3.16 CID 7210).</summary>
    public static readonly Code SourceSeries = new("121323", "DCM", "Source series for image processing operation");

    /// <summary>Why a series refers to its partner (PS3.16 CID 7210).</summary>
    public static readonly Code SameAnatomy = new("122401", "DCM", "Same Anatomy");

    /// <summary>How an image was derived (PS3.16 CID 7203).</summary>
    public static readonly Code Segmentation = new("113076", "DCM", "Segmentation");

    /// <summary>What kind of thing a lesion is (PS3.16 CID 7150).</summary>
    public static readonly Code AbnormalStructure = new("49755003", "SCT", "Morphologically Abnormal Structure");

    /// <summary>What a tumour is, and what an ablation leaves (PS3.16 CID 7159).</summary>
    public static readonly Code
        Neoplasm = new("108369006", "SCT", "Neoplasm"),
        Necrosis = new("6574001", "SCT", "Necrosis");

    /// <summary>Writes a sequence of this code alone.</summary>
    public void Write(ElementBuffer buffer, ElementForm form, Tag sequence)
    {
        buffer.BeginSequence(form, sequence);
        WriteItem(buffer, form);
        buffer.End(form);
    }

    /// <summary>Writes the item of a code sequence.</summary>
    public void WriteItem(ElementBuffer buffer, ElementForm form)
    {
        buffer.BeginItem(form);
        buffer.Write(form, KnownTag.CodeValue, Vr.SH, Value);
        buffer.Write(form, KnownTag.CodingSchemeDesignator, Vr.SH, Scheme);
        buffer.Write(form, KnownTag.CodeMeaning, Vr.LO, Meaning);
        buffer.End(form);
    }

    /// <summary>Whether an item of a code sequence is this code.</summary>
    public bool Matches(DicomFile file, int item) =>
        file.TextIn(item, KnownTag.CodeValue) == Value && file.TextIn(item, KnownTag.CodingSchemeDesignator) == Scheme;

    /// <summary>Whether a code sequence inside an item or the root holds this code.</summary>
    public bool OccursIn(DicomFile file, int container, Tag sequence)
    {
        foreach (var item in file.Items(container, sequence))
        {
            if (Matches(file, item))
                return true;
        }
        return false;
    }
}
