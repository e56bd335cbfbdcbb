using System;
using Dams.Dicom.Reading;

namespace Dams.Deidentification;

/// <summary>Whether a safe private element (PS3.15 table E.3.10-1) holds what the table says: the table knows nothing of any other value.</summary>
internal static class SafePrivateValue
{
    private const int MostBytesOfCharacter = 4;

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
            return (element.Vr == Vr.UN || element.Vr.IsText) && FitsText(file.Source, element, listed);
        return element.Vr == listed || (IsBytes(listed) && IsBytes(element.Vr))
            || (element.Vr == Vr.UN && element.ValueLength % Math.Max(1, listed.WordSize) == 0);
    }

    /// <summary>Whether each value is no longer than its value representation allows, and a term has no other characters than terms have.</summary>
    private static bool FitsText(ByteSource source, in Element element, Vr listed)
    {
        if (listed.MaximumCharacters == int.MaxValue)
            return true;
        if (element.ValueLength > source.WindowSize)
            return false;
        var length = 0;
        var bytes = source.Peek(element.ValueOffset, (int)element.ValueLength);
        if (bytes[bytes.Length - 1] == 0)
            bytes = bytes.Slice(0, bytes.Length - 1);
        foreach (var value in bytes)
        {
            length = value == '\\' && listed.IsMultiText ? 0 : length + 1;
            if (length > listed.MaximumCharacters * (listed.UsesCharacterSet ? MostBytesOfCharacter : 1) || (listed == Vr.CS && !IsOfTerm(value)))
                return false;
        }
        return true;
    }

    private static bool IsOfTerm(byte value) => (char)value is >= 'A' and <= 'Z' or >= '0' and <= '9' or ' ' or '_' or '\\';

    private static bool IsNumber(Vr vr) => vr == Vr.DS || vr == Vr.IS || vr == Vr.DA || vr == Vr.DT || vr == Vr.TM || vr == Vr.AS || vr == Vr.UI;

    private static bool IsBytes(Vr vr) => vr == Vr.OB || vr == Vr.OW || vr == Vr.UN;
}
