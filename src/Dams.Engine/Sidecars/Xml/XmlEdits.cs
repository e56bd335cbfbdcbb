using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Dams.Sidecars.Xml;

/// <summary>Changes of an XML text, each at its place.</summary>
internal sealed class XmlEdits
{
    private readonly List<(int Start, int End, string Text)> _edits = [];
    private readonly XmlText _text;

    public XmlEdits(XmlText text) => _text = text;

    /// <summary>Number of places that change.</summary>
    public int Count => _edits.Count;

    /// <summary>Writes something else in place of some characters. Places do not overlap.</summary>
    public void Replace(int start, int end, string text)
    {
        if (string.CompareOrdinal(_text.Text, start, text, 0, System.Math.Max(end - start, text.Length)) != 0)
            _edits.Add((start, end, text));
    }

    /// <summary>Gives an attribute another value.</summary>
    public void SetValue(XmlAttributePart attribute, string value) => Replace(
        attribute.ValueStart,
        attribute.ValueEnd,
        XmlEscapes.Encode(value, _text.Text[attribute.ValueEnd], _text.CanWrite));

    /// <summary>Replaces the content of a part; an element then holds text alone.</summary>
    public void SetContent(XmlPart part, string value)
    {
        var written = part.Kind is XmlPartKind.Element or XmlPartKind.Text
            ? XmlEscapes.Encode(value, quote: '\0', _text.CanWrite)
            : value;
        if (part.IsSingleTag && written.Length > 0)
            Replace(part.ContentStart - 2, part.ContentStart, $">{written}</{part.Name}>");
        else
            Replace(part.ContentStart, part.ContentEnd, written);
    }

    /// <summary>The bytes of the file after the changes.</summary>
    public byte[] ToBytes()
    {
        var result = new StringBuilder(_text.Text.Length);
        var position = 0;
        foreach (var (start, end, text) in _edits.OrderBy(edit => edit.Start))
        {
            result.Append(_text.Text, position, start - position).Append(text);
            position = end;
        }
        result.Append(_text.Text, position, _text.Text.Length - position);
        return _text.ToBytes(result.ToString());
    }
}
