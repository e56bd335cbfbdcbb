using System;

namespace Dams.Deidentification.Pixels.Codestreams;

/// <summary>Video (PS3.5 sections 8.2.5 to 8.2.12): its user data may be any text, and cannot be taken out without making the stream anew.</summary>
internal static class VideoStream
{
    private const string FirstUid = "1.2.840.10008.1.2.4.10";
    private const int StartCodeLength = 3;

    public static bool IsVideo(TransferSyntax syntax) => syntax.Uid.StartsWith(FirstUid, StringComparison.Ordinal);

    /// <summary>Whether a stream of MPEG-2, MPEG-4 AVC or HEVC holds user data, or a file of boxes metadata.</summary>
    public static bool HoldsUserData(FragmentStream stream)
    {
        for (var position = 0L; position < stream.Length;)
        {
            var bytes = stream.PeekAvailable(position);
            var index = bytes.IndexOf([(byte)0, (byte)0, (byte)1]);
            if (index >= 0 && IsUserData(stream, position + index + StartCodeLength))
                return true;
            if (bytes.IndexOf("udta"u8) >= 0 || bytes.IndexOf("uuid"u8) >= 0)
                return true;
            // A start code may stand across the border of two parts.
            position += index >= 0 ? index + StartCodeLength : Math.Max(1, bytes.Length - StartCodeLength);
        }
        return false;
    }

    private static bool IsUserData(FragmentStream stream, long position)
    {
        const int mpeg2UserData = 0xB2, unregistered = 5, supplement = 6, prefixSupplement = 39, suffixSupplement = 40;
        var unit = stream.ByteAt(position);
        if (unit == mpeg2UserData)
            return true;
        if ((unit & 0x9F) == supplement && stream.ByteAt(position + 1) == unregistered)
            return true;
        return ((unit & 0x7E) >> 1) is prefixSupplement or suffixSupplement && stream.ByteAt(position + 2) == unregistered;
    }
}
