using System;
using System.Collections.Generic;

namespace Dams.Sidecars.Xml;

/// <summary>
/// Finds the places of the parts of an XML text. It takes well-formed text for granted: the framework's own reader is
/// asked about that, and <see cref="XmlSource"/> holds the two against each other.
/// </summary>
internal sealed class XmlScanner
{
    private const int MaximumDepth = 256;

    private readonly string _text;
    private readonly List<XmlPart> _parts = [];
    private readonly Stack<XmlPart> _open = new();
    private int _position;

    private XmlScanner(string text) => _text = text;

    /// <summary>The parts in the order of the text, without the declaration and white space outside the root.</summary>
    /// <exception cref="DamsException">The text is not XML, has a DTD, or nests too deeply.</exception>
    public static List<XmlPart> Scan(string text)
    {
        var scanner = new XmlScanner(text);
        if (scanner.IsAt("<?xml") && text.Length > 5 && IsSpace(text[5]))
            scanner.SkipPast("?>");
        while (scanner._position < text.Length)
            scanner.ReadPart();
        return scanner._open.Count == 0 ? scanner._parts : throw scanner.Malformed();
    }

    private void ReadPart()
    {
        if (IsAt("<!--"))
            ReadDelimited(XmlPartKind.Comment, "<!--", "-->");
        else if (IsAt("<![CDATA["))
            ReadDelimited(XmlPartKind.CData, "<![CDATA[", "]]>");
        else if (IsAt("<?"))
            ReadInstruction();
        else if (IsAt("<!DOCTYPE"))
            throw SidecarErrors.XmlWithDtd();
        else if (IsAt("</"))
            ReadEndTag();
        else if (_text[_position] == '<')
            ReadStartTag();
        else
            ReadText();
    }

    private void ReadText()
    {
        var part = new XmlPart(XmlPartKind.Text, _position) { ContentStart = _position };
        _position = IndexOf("<", orEnd: true);
        if (_open.Count > 0)
            Add(part, _position);
    }

    private void ReadDelimited(XmlPartKind kind, string opening, string closing)
    {
        var part = new XmlPart(kind, _position) { ContentStart = _position + opening.Length };
        _position = part.ContentStart;
        var end = IndexOf(closing);
        _position = end + closing.Length;
        Add(part, end);
    }

    private void ReadInstruction()
    {
        var start = _position;
        _position += 2;
        var part = new XmlPart(XmlPartKind.Instruction, start, ReadName());
        SkipSpace();
        part.ContentStart = _position;
        var end = IndexOf("?>");
        _position = end + 2;
        Add(part, end);
    }

    private void ReadStartTag()
    {
        if (_open.Count == MaximumDepth)
            throw SidecarErrors.XmlTooLarge();
        var start = _position++;
        var part = new XmlPart(XmlPartKind.Element, start, ReadName());
        while (true)
        {
            var space = _position;
            SkipSpace();
            if (IsAt("/>") || IsAt(">"))
                break;
            part.Attributes.Add(ReadAttribute(space));
        }
        part.IsSingleTag = IsAt("/>");
        _position += part.IsSingleTag ? 2 : 1;
        part.ContentStart = _position;
        Add(part, _position);
        if (!part.IsSingleTag)
            _open.Push(part);
    }

    private XmlAttributePart ReadAttribute(int space)
    {
        var name = ReadName();
        SkipSpace();
        if (name.Length == 0 || !IsAt("="))
            throw Malformed();
        _position++;
        SkipSpace();
        var quote = Current;
        if (quote is not ('"' or '\''))
            throw Malformed();
        var start = ++_position;
        var end = IndexOf(quote.ToString());
        _position = end + 1;
        return new XmlAttributePart(name, space, start, end);
    }

    private void ReadEndTag()
    {
        var start = _position;
        SkipPast(">");
        if (_open.Count == 0)
            throw Malformed();
        var part = _open.Pop();
        (part.ContentEnd, part.End, part.Next) = (start, _position, _parts.Count);
    }

    private void Add(XmlPart part, int contentEnd)
    {
        _parts.Add(part);
        (part.ContentEnd, part.End, part.Next) = (contentEnd, _position, _parts.Count);
    }

    private string ReadName()
    {
        var start = _position;
        while (_position < _text.Length && !IsSpace(_text[_position]) && _text[_position] is not ('=' or '/' or '>' or '<' or '?'))
            _position++;
        return _text.Substring(start, _position - start);
    }

    private void SkipSpace()
    {
        while (_position < _text.Length && IsSpace(_text[_position]))
            _position++;
    }

    private void SkipPast(string closing) => _position = IndexOf(closing) + closing.Length;

    private int IndexOf(string sought, bool orEnd = false)
    {
        var index = _text.IndexOf(sought, _position, StringComparison.Ordinal);
        return index >= 0 ? index : orEnd ? _text.Length : throw Malformed();
    }

    private bool IsAt(string sought) => string.CompareOrdinal(_text, _position, sought, 0, sought.Length) == 0;

    private char Current => _position < _text.Length ? _text[_position] : throw Malformed();

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\r' or '\n';

    private DamsException Malformed() => SidecarErrors.MalformedXml(XmlSource.LineOf(_text, _position));
}
