using System;
using System.Globalization;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Text;

namespace Dams.Dicom.Reading;

/// <summary>Distinguishes fragments of pixel data (PS3.5 section A.4) that lack only their delimiter from those that were cut off.</summary>
internal static class UndelimitedFragments
{
    private const int LongestNumber = 12;

    /// <summary>
    /// Whether none of them is missing: there is one for each frame, or the last of them ends with the mark that ends an
    /// image of the JPEG family.
    /// </summary>
    /// <param name="count">How many there are besides the offset table.</param>
    /// <param name="end">Where the last of them ends.</param>
    public static bool HoldAllFrames(ByteSource source, ElementTree tree, int count, long end)
    {
        var index = tree.Find(KnownTag.NumberOfFrames);
        var text = index < 0 || tree[index].ValueLength is 0 or > LongestNumber
            ? "1"
            : Encodings.DecodeLatin1(source.Peek(tree[index].ValueOffset, (int)tree[index].ValueLength)).Trim(' ', '\0');
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var frames) || count < frames)
            return false;
        var last = source.Peek(end - 3, 3);
        return count == frames || last.EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]) || last.SequenceEqual((ReadOnlySpan<byte>)[0xFF, 0xD9, 0]);
    }
}
