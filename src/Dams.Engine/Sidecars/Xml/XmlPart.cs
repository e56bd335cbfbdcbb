using System.Collections.Generic;

namespace Dams.Sidecars.Xml;

/// <summary>Where a part of an XML text stands: the places are those of its characters.</summary>
internal sealed class XmlPart
{
    public XmlPart(XmlPartKind kind, int start, string name = "")
    {
        Kind = kind;
        Start = start;
        Name = name;
    }

    public XmlPartKind Kind { get; }

    /// <summary>The name of an element or the target of an instruction, with its prefix.</summary>
    public string Name { get; }

    /// <summary>The first character of the markup.</summary>
    public int Start { get; }

    /// <summary>After the last character of the markup: of an element, after its end tag.</summary>
    public int End { get; set; }

    /// <summary>The first character of the content.</summary>
    public int ContentStart { get; set; }

    /// <summary>After the last character of the content.</summary>
    public int ContentEnd { get; set; }

    /// <summary>The number of the first part that is not inside this one.</summary>
    public int Next { get; set; }

    /// <summary>Whether it is an element of one tag: <c>&lt;a/&gt;</c>.</summary>
    public bool IsSingleTag { get; set; }

    /// <summary>The attributes of an element in the order of the text.</summary>
    public List<XmlAttributePart> Attributes { get; } = [];
}

/// <summary>What a part of an XML text is.</summary>
internal enum XmlPartKind
{
    Element,
    Text,
    CData,
    Comment,
    Instruction,
}

/// <summary>Where an attribute stands.</summary>
/// <param name="Name">With its prefix.</param>
/// <param name="Start">The first white space before its name.</param>
/// <param name="ValueStart">After the opening quotation mark.</param>
/// <param name="ValueEnd">The closing quotation mark.</param>
internal readonly record struct XmlAttributePart(string Name, int Start, int ValueStart, int ValueEnd);
