using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Dams.Dicom.Text;

/// <summary>Decodes bytes of unknown encoding in each way in which they may have been meant, and writes words in each.</summary>
internal static class EncodingGuesses
{
    // UTF-8; Latin by ISO 8859, Windows and DOS; Cyrillic by ISO 8859, Windows and KOI8; Greek by ISO 8859 and Windows; Japanese, Korean, Chinese.
    private static readonly int[] CodePages = [65001, 28591, 28592, 1250, 1252, 850, 28595, 1251, 20866, 28597, 1253, 932, 51932, 949, 54936, 950];

    // Bytes that do not decode become a line feed, which no name contains.
    private static readonly Encoding Utf8 = Encoding.GetEncoding(65001, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\n"));
    private static readonly Encoding Utf16 = Encoding.GetEncoding(1200, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\n"));
    private static readonly Encoding Utf16BigEndian = Encoding.GetEncoding(1201, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\n"));

    // Of bytes that are no UTF-8 it makes what is no character, and throws nothing: a text may hold many words that might have been encoded.
    private const char NoCharacter = '\uFFFF';
    private static readonly Encoding MarkedUtf8 = Encoding.GetEncoding(65001, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(NoCharacter.ToString()));

    private static readonly Lazy<Encoding> StrictUtf8 = new(() => Encodings.Strict(65001));

    private static readonly Lazy<Encoding[]> Strict = new(() => Array.ConvertAll(CodePages, Encodings.Strict));

    // ISO 2022 announces each with escapes, which some writers omit and some files do not declare.
    private static readonly Lazy<CharacterSet[]> WithEscapes = new(() =>
        [CharacterSet.FromTerms(["", "ISO 2022 IR 87", "ISO 2022 IR 159"]), CharacterSet.FromTerms(["", "ISO 2022 IR 149"]), CharacterSet.FromTerms(["", "ISO 2022 IR 58"])]);

    private const byte Escape = 0x1B;

    // So many letters of several bytes are UTF-8 by chance in no other encoding.
    private const int CertainlyUtf8 = 8;

    /// <summary>The decoded texts, each only once.</summary>
    /// <param name="declared">The character set that holds where the bytes stand.</param>
    public static IEnumerable<string> Decode(byte[] bytes, CharacterSet declared) => new[]
    {
        Encodings.Latin1.GetString(bytes),
        declared.Decode(bytes),
        Utf8.GetString(bytes),
        Utf16.GetString(bytes),
        bytes.Length > 1 ? Utf16.GetString(bytes, 1, bytes.Length - 1) : "",
        Utf16BigEndian.GetString(bytes),
        bytes.Length > 1 ? Utf16BigEndian.GetString(bytes, 1, bytes.Length - 1) : "",
    }.Select(Printable).Distinct();

    /// <summary>The texts that a value may be in encodings that its file does not declare, each only once; none of plain ASCII.</summary>
    public static IEnumerable<string> DecodeUndeclared(byte[] bytes)
    {
        if (bytes.All(value => value is < 0x80 and not Escape))
            yield break;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        // Letters of one byte are no UTF-8, except by a chance that no text has; but UTF-8 reads as letters of one byte: miércoles as "miÃ©rcoles".
        var utf8 = TryDecode(StrictUtf8.Value, bytes);
        // What is read by two bytes is other letters in their place, and among those of a report some are a name of two or three.
        var isCertain = utf8 is not null && utf8.Count(letter => letter >= 0x80) >= CertainlyUtf8;
        foreach (var encoding in Strict.Value.Where(encoding => utf8 is null || (!encoding.IsSingleByte && (!isCertain || encoding.CodePage == StrictUtf8.Value.CodePage))))
        {
            if (TryDecode(encoding, bytes) is { } text && seen.Add(text))
                yield return Printable(text);
        }
        // What follows the escapes of Korean is Korean to the end of the value for most readers, and to the end of the line for the standard.
        if (Array.IndexOf(bytes, Escape) < 0)
            yield break;
        foreach (var text in WithEscapes.Value.Select(set => set.Decode(bytes)).Append(TryDecode(Encodings.Strict(51949), WithoutDesignations(bytes)) ?? ""))
        {
            if (seen.Add(text))
                yield return Printable(text);
        }
    }

    /// <summary>The bytes of a word in each of the encodings that can write it, each only once.</summary>
    public static IEnumerable<byte[]> Encode(string word)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var encoding in Strict.Value)
        {
            if (TryEncode(encoding, word) is { } bytes && written.Add(Encodings.Latin1.GetString(bytes)))
                yield return bytes;
        }
    }

    /// <summary>The bytes as UTF-8, whatever encoding their file declares; null where they are plain ASCII or no UTF-8.</summary>
    public static string? DecodeUtf8(byte[] bytes)
    {
        if (bytes.All(value => value < 0x80))
            return null;
        var text = MarkedUtf8.GetString(bytes);
        return text.IndexOf(NoCharacter) < 0 || MarkedUtf8.GetBytes(text).SequenceEqual(bytes) ? text : null;
    }

    private static byte[] WithoutDesignations(byte[] bytes) =>
        Encodings.Latin1.GetBytes(Encodings.Latin1.GetString(bytes).Replace("\x1B$)C", ""));

    private static string? TryDecode(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static byte[]? TryEncode(Encoding encoding, string word)
    {
        try
        {
            return encoding.GetBytes(word);
        }
        catch (EncoderFallbackException)
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
