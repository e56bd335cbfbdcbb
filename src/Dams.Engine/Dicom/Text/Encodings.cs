using System;
using System.Text;

namespace Dams.Dicom.Text;

/// <summary>The encodings of .NET that the character sets of DICOM need.</summary>
internal static class Encodings
{
    /// <summary>Every byte as the character of the same number; loses nothing.</summary>
    public static readonly Encoding Latin1 = Encoding.GetEncoding(28591);

    /// <summary>ISO 646, the default repertoire; refuses any other character.</summary>
    public static readonly Encoding Ascii = Strict(20127);

    /// <summary>The text of some bytes in <see cref="Latin1"/>.</summary>
    public static string DecodeLatin1(ReadOnlySpan<byte> bytes) =>
#if NETSTANDARD2_0
        Latin1.GetString(bytes.ToArray());
#else
        Latin1.GetString(bytes);
#endif

    /// <summary>An encoding that throws where it meets a byte or a character that it lacks.</summary>
    public static Encoding Strict(int codePage)
    {
        // Asked directly and not registered, since a registration would change the whole process.
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(
            codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return encoding ?? Encoding.GetEncoding(
            codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
