using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Dams.Dicom.Text;

/// <summary>
/// What (0008,0005) Specific Character Set says about text (PS3.3 section C.12.1.1.2, PS3.5 section 6.1). Bytes that the
/// character set does not know read as the characters of Latin-1 with the same numbers, so that nothing is lost.
/// </summary>
internal sealed class CharacterSet
{
    /// <summary>The default repertoire, which holds where nothing is said.</summary>
    public static readonly CharacterSet Default = new(null, []);

    // Those that most files name: nothing of a file is in them.
    private static readonly CharacterSet Utf8 = new(Encodings.Strict(65001), []);
    private static readonly CharacterSet Gb18030 = new(Encodings.Strict(54936), []);
    private static readonly CharacterSet Gbk = new(Encodings.Strict(936), []);
    private static readonly Dictionary<CodeElement, CharacterSet> Single =
        CodeElement.All.ToDictionary(element => element, element => new CharacterSet(null, [element]));

    private readonly Encoding? _whole;
    private readonly Iso2022 _extended;

    private CharacterSet(Encoding? whole, IReadOnlyList<CodeElement> elements)
    {
        _whole = whole;
        _extended = new Iso2022(elements);
    }

    /// <summary>The character set that the values of (0008,0005) name. A term that nobody defined counts as none.</summary>
    public static CharacterSet FromTerms(IReadOnlyList<string> terms)
    {
        if (terms.Count == 0)
            return Default;
        switch (Normalize(terms[0]))
        {
            case "ISO IR 192":
                return Utf8;
            case "GB18030":
                return Gb18030;
            case "GBK":
                return Gbk;
        }
        var elements = new List<CodeElement>();
        foreach (var term in terms)
        {
            var words = Normalize(term).Split(' ');
            if (int.TryParse(words[words.Length - 1], out var registration)
                && CodeElement.Find(registration) is { } element)
            {
                elements.Add(element);
            }
            else if (elements.Count == 0)
            {
                elements.Add(CodeElement.Ascii);
            }
        }
        return elements.Count == 1 ? Single[elements[0]] : new CharacterSet(null, elements);
    }

    /// <summary>Whether bytes are in this character set and can be in no other that was meant: UTF-8 with letters of several bytes, without a NUL or an escape.</summary>
    public bool IsCertainOf(byte[] bytes) => this == Utf8 && EncodingGuesses.DecodeUtf8(bytes) is not null && Array.TrueForAll(bytes, value => value is not (0 or 0x1B));

    /// <summary>The text that some bytes mean, with all separators of values and components in it.</summary>
    public string Decode(ReadOnlySpan<byte> bytes)
    {
        if (_whole is null)
            return _extended.Decode(bytes);
        var copy = bytes.ToArray();
        try
        {
            return _whole.GetString(copy);
        }
        catch (DecoderFallbackException)
        {
            return Encodings.Latin1.GetString(copy);
        }
    }

    /// <summary>The bytes of a text; false where this character set cannot write it.</summary>
    public bool TryEncode(string text, out byte[] bytes)
    {
        if (_whole is null)
            return _extended.TryEncode(text, out bytes);
        try
        {
            bytes = _whole.GetBytes(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            bytes = [];
            return false;
        }
    }

    private static string Normalize(string term) =>
        term.Trim().ToUpperInvariant().Replace('_', ' ').Replace('-', ' ');
}
