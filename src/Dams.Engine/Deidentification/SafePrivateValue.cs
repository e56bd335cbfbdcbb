using System;
using Dams.Dicom.Reading;

namespace Dams.Deidentification;

/// <summary>Whether a safe private element (PS3.15 table E.3.10-1) holds what the table says: the table knows nothing of any other value.</summary>
internal static class SafePrivateValue
{
    /// <param name="listed">The value representation that the table prints.</param>
    public static bool Fits(DicomFile file, in Element element, Vr listed)
    {
        if (element.ValueLength == 0 || listed == Vr.UN)
            return true;
        if (element.IsSequence || listed == Vr.SQ)
            return element.IsSequence && listed == Vr.SQ;
        if (IsNumber(listed))
            return (element.Vr == Vr.UN || element.Vr.IsText) && NumberText.IsPlain(file.Source, element);
        if (listed.IsText)
            return element.Vr == Vr.UN || element.Vr.IsText;
        return element.Vr == listed || (IsBytes(listed) && IsBytes(element.Vr))
            || (element.Vr == Vr.UN && element.ValueLength % Math.Max(1, listed.WordSize) == 0);
    }

    private static bool IsNumber(Vr vr) => vr == Vr.DS || vr == Vr.IS || vr == Vr.DA || vr == Vr.DT || vr == Vr.TM || vr == Vr.AS || vr == Vr.UI;

    private static bool IsBytes(Vr vr) => vr == Vr.OB || vr == Vr.OW || vr == Vr.UN;
}
