using System;
using System.Collections.Generic;
using System.Text;

namespace Dams.Dicom.Text;

/// <summary>Text with code extension by escape sequences, and single-byte text without (PS3.5 section 6.1.2.5).</summary>
internal sealed class Iso2022
{
    private const byte Escape = 0x1B;

    private readonly IReadOnlyList<CodeElement> _elements;
    private readonly CodeElement? _initialG1;

    /// <param name="elements">The sets in the order of (0008,0005); the first is in force where no escape was.</param>
    public Iso2022(IReadOnlyList<CodeElement> elements)
    {
        _elements = elements;
        _initialG1 = elements.Count > 0 && !elements[0].IsG0 ? elements[0] : null;
    }

    /// <summary>The text that some bytes mean.</summary>
    public string Decode(ReadOnlySpan<byte> bytes)
    {
        if (IsPlain(bytes))
            return Encodings.DecodeLatin1(bytes);
        var text = new StringBuilder(bytes.Length);
        CodeElement g0 = CodeElement.Ascii;
        var g1 = _initialG1;
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] == Escape && FindEscape(bytes.Slice(i + 1)) is { } element)
            {
                (g0, g1) = element.IsG0 ? (element, g1) : (g0, element);
                i += 1 + element.Escape.Length;
                continue;
            }
            var active = bytes[i] < 0x80 ? g0 : g1;
            var isControl = bytes[i] is < 0x21 or 0x7F;
            var width = isControl || active is null ? 1 : Math.Min(active.Width, bytes.Length - i);
            var decoded = isControl || active is null || width < active.Width
                ? ((char)bytes[i]).ToString()
                : active.Decode(bytes.Slice(i, width));
            text.Append(decoded == "\uFFFD" ? Encodings.DecodeLatin1(bytes.Slice(i, width)) : decoded);
            if (width == 1 && Resets((char)bytes[i]))
                (g0, g1) = (CodeElement.Ascii, _initialG1);
            i += width;
        }
        return text.ToString();
    }

    // ASCII is in force where no escape was, and most texts are in it.
    private static bool IsPlain(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (value is Escape or >= 0x80)
                return false;
        }
        return true;
    }

    /// <summary>The bytes of a text; false where none of the sets has one of its characters.</summary>
    public bool TryEncode(string text, out byte[] bytes)
    {
        var output = new List<byte>(text.Length + 8);
        bytes = [];
        CodeElement g0 = CodeElement.Ascii;
        var g1 = _initialG1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x80)
            {
                // PS3.5 section 6.1.2.5.3: a separator, and the end, find G0 as it was at the start.
                if (g0 != CodeElement.Ascii)
                    Designate(output, g0 = CodeElement.Ascii);
                output.Add((byte)text[i]);
                if (Resets(text[i]))
                    g1 = _initialG1;
                continue;
            }
            var character = text[i].ToString();
            if (!TryFindElement(character, g0, g1, out var element, out var code))
                return false;
            if (element.IsG0 && element != g0)
                Designate(output, g0 = element);
            else if (!element.IsG0 && element != g1)
                Designate(output, g1 = element);
            output.AddRange(code);
        }
        if (g0 != CodeElement.Ascii)
            Designate(output, CodeElement.Ascii);
        bytes = output.ToArray();
        return true;
    }

    private bool TryFindElement(
        string character, CodeElement g0, CodeElement? g1, out CodeElement element, out byte[] code)
    {
        element = g1 ?? g0;
        if (element.TryEncode(character, out code))
            return true;
        foreach (var candidate in _elements)
        {
            element = candidate;
            if (candidate.TryEncode(character, out code))
                return true;
        }
        return false;
    }

    private static void Designate(List<byte> output, CodeElement element)
    {
        output.Add(Escape);
        output.AddRange(element.Escape);
    }

    private static CodeElement? FindEscape(ReadOnlySpan<byte> bytes)
    {
        foreach (var element in CodeElement.All)
        {
            if (bytes.StartsWith(element.Escape))
                return element;
        }
        return null;
    }

    private static bool Resets(char character) => character is '\\' or '^' or '=' or '\r' or '\n' or '\f' or '\t';
}
