using System.Buffers.Binary;

namespace Dams.Dicom.Reading;

/// <summary>Finds out the encoding of a dataset without file meta information from its first element.</summary>
internal static class SyntaxDetection
{
    private const int HeaderLength = 8;

    /// <summary>The transfer syntax, with an empty UID; null where no known element stands there.</summary>
    public static TransferSyntax? Detect(ByteSource source, long offset)
    {
        var bytes = source.Peek(offset, HeaderLength);
        if (bytes.Length < HeaderLength)
            return null;
        var isExplicit = Vr.FromBytes(bytes[4], bytes[5]).IsDefined;
        var left = source.Length - offset - HeaderLength;
        var little = HeaderReader.ReadTag(bytes, ElementForm.None);
        if (IsPlausible(little) && (isExplicit || BinaryPrimitives.ReadUInt32LittleEndian(bytes.Slice(4)) <= left))
            return (isExplicit ? TransferSyntax.ExplicitLittleEndian : TransferSyntax.ImplicitLittleEndian) with { Uid = "" };
        var big = HeaderReader.ReadTag(bytes, ElementForm.BigEndian);
        if (IsPlausible(big) && isExplicit)
            return TransferSyntax.ExplicitBigEndian with { Uid = "" };
        return null;
    }

    // The first element of a file is one of a low group: 0002 to 0028 occur.
    private static bool IsPlausible(Tag tag) =>
        tag.Group is >= 0x0002 and <= 0x0028 && tag.Group % 2 == 0 && DataDictionary.Contains(tag);
}
