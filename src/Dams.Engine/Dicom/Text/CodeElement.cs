using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Dams.Core;

namespace Dams.Dicom.Text;

/// <summary>
/// One coded character set that an escape sequence of ISO 2022 puts into G0 (bytes below 80 hex) or G1 (bytes above)
/// (PS3.3 section C.12.1.1.2, tables C.12-3 and C.12-4).
/// </summary>
internal sealed class CodeElement
{
    private static readonly CodeElement[] Elements = Load();

    private readonly Encoding _encoding;

    private CodeElement(int registration, bool isG0, byte[] escape, string name, int codePage, int width)
    {
        Registration = registration;
        IsG0 = isG0;
        Escape = escape;
        IsJisX0212 = name == "jis-x-0212";
        Width = width;
        _encoding = Encodings.Strict(codePage);
    }

    public static CodeElement Ascii { get; } = Find(6)!;

    /// <summary>The number that the defined terms <c>ISO_IR n</c> and <c>ISO 2022 IR n</c> name.</summary>
    public int Registration { get; }

    public bool IsG0 { get; }

    /// <summary>The escape sequence without its first byte, ESC.</summary>
    public byte[] Escape { get; }

    /// <summary>Bytes of one character.</summary>
    public int Width { get; }

    // The code page holds this set as pairs of a byte above and a byte below 80 hex.
    private bool IsJisX0212 { get; }

    public static IReadOnlyList<CodeElement> All => Elements;

    public static CodeElement? Find(int registration) =>
        Array.Find(Elements, element => element.Registration == registration);

    /// <summary>The characters that some bytes mean; U+FFFD where they mean none.</summary>
    public string Decode(ReadOnlySpan<byte> bytes)
    {
        var codes = bytes.ToArray();
        if (Width == 2)
        {
            codes[0] |= 0x80;
            if (codes.Length > 1)
                codes[1] = IsJisX0212 ? (byte)(codes[1] & 0x7F) : (byte)(codes[1] | 0x80);
        }
        try
        {
            return _encoding.GetString(codes);
        }
        catch (DecoderFallbackException)
        {
            return "\uFFFD";
        }
    }

    /// <summary>The bytes of one character, as they stand in G0 or G1; false where this set lacks it.</summary>
    public bool TryEncode(string character, out byte[] bytes)
    {
        try
        {
            bytes = _encoding.GetBytes(character);
        }
        catch (EncoderFallbackException)
        {
            bytes = [];
            return false;
        }
        if (bytes.Length != Width || (bytes[0] < 0x80) != (IsG0 && Width == 1))
            return false;
        if (Width == 2 && (bytes[1] < 0x80) != IsJisX0212)
            return false;
        for (var i = 0; i < bytes.Length && Width == 2; i++)
            bytes[i] = IsG0 ? (byte)(bytes[i] & 0x7F) : bytes[i];
        return Decode(bytes) == character;
    }

    private static CodeElement[] Load()
    {
        var elements = new List<CodeElement>();
        foreach (var line in EmbeddedText.Lines("character-sets.txt"))
        {
            var words = line.Split(' ');
            var escape = new byte[words[2].Length / 2];
            for (var i = 0; i < escape.Length; i++)
                escape[i] = Convert.ToByte(words[2].Substring(2 * i, 2), 16);
            elements.Add(new CodeElement(
                Number(words[0]), words[1] == "G0", escape, words[3], Number(words[4]), Number(words[5])));
        }
        return elements.ToArray();

        static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
    }
}
