using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dams.Dicom.Text;

namespace Dams.Auditing;

/// <summary>Decodes bytes of unknown encoding in each way in which they may have been meant.</summary>
internal static class EncodingGuesses
{
    // Bytes that do not decode become a line feed, which no name contains.
    private static readonly Encoding Utf8 = Encoding.GetEncoding(65001, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\n"));
    private static readonly Encoding Utf16 = Encoding.GetEncoding(1200, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\n"));

    private static readonly Lazy<Encoding> StrictUtf8 = new(() => Encodings.Strict(65001));

    /// <summary>The decoded texts, each only once.</summary>
    /// <param name="declared">The character set that holds where the bytes stand.</param>
    public static IEnumerable<string> Decode(byte[] bytes, CharacterSet declared) => new[]
    {
        Encodings.Latin1.GetString(bytes),
        declared.Decode(bytes),
        Utf8.GetString(bytes),
        Utf16.GetString(bytes),
        bytes.Length > 1 ? Utf16.GetString(bytes, 1, bytes.Length - 1) : "",
    }.Select(Printable).Distinct();

    /// <summary>The bytes as UTF-8, whatever encoding their file declares; null where they are plain ASCII or no UTF-8.</summary>
    public static string? DecodeUtf8(byte[] bytes)
    {
        if (bytes.All(value => value < 0x80))
            return null;
        try
        {
            return StrictUtf8.Value.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Printable(string text)
    {
        var letters = text.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (char.IsControl(letters[i]) || letters[i] is >= '\uE000' and <= '\uF8FF')
                letters[i] = '\n';
        }
        return new string(letters);
    }
}
