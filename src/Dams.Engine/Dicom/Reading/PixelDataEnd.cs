using Dams.Dicom.Dictionary;

namespace Dams.Dicom.Reading;

/// <summary>Finds out without reading pixel data whether elements follow them; in some files half of the elements do.</summary>
internal static class PixelDataEnd
{
    private const int DelimiterLength = 8;

    /// <summary>Whether an element can stand after the pixel data before which a tree ends.</summary>
    public static bool HasElementsAfter(ByteSource source, ElementTree before)
    {
        if (before.End >= source.Length)
            return false;
        try
        {
            if (!HeaderReader.TryRead(source, before.End, source.Length, before.Form, out var header))
                return true;
            return header.HasUndefinedLength
                ? !EndsWithDelimiter(source) || LacksPatient(before)
                : before.End + header.Length + header.ValueLength + ElementHeader.ItemLength <= source.Length;
        }
        catch (DamsException)
        {
            return false;
        }
    }

    // To walk over fragments would be to read a good part of the file: so it is only done where their end is not the last.
    private static bool EndsWithDelimiter(ByteSource source)
    {
        var bytes = source.Peek(source.Length - DelimiterLength, DelimiterLength);
        return bytes.Length == DelimiterLength && HeaderReader.ReadTag(bytes, ElementForm.None) == ItemTag.SequenceDelimitation;
    }

    // A sequence after the fragments may end with a delimiter too.
    private static bool LacksPatient(ElementTree tree) =>
        tree.Find(KnownTag.PatientID) < 0 || tree.Find(KnownTag.StudyInstanceUID) < 0 || tree.Find(KnownTag.SeriesInstanceUID) < 0;
}
