using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;

namespace Dams.Sidecars.Xml;

/// <summary>
/// An XML text as a tree, with the place of each node in the text, so that a value can be changed and every
/// character around it stays as it was.
/// </summary>
internal sealed class XmlSource
{
    private const int MostTextsInARow = 256;

    private XmlSource(XmlText text, XmlDocument document, List<XmlPart> parts)
    {
        Text = text;
        Document = document;
        Parts = parts;
    }

    public XmlText Text { get; }

    public XmlDocument Document { get; }

    /// <summary>The parts in the order of the text.</summary>
    public IReadOnlyList<XmlPart> Parts { get; }

    /// <summary>The nodes of the tree that are parts, in the same order.</summary>
    public IReadOnlyList<XmlNode> Nodes { get; private set; } = [];

    /// <summary>Reads a file. Nothing outside of it is read, whatever it names.</summary>
    /// <exception cref="DamsException">It is too large or not well-formed, or has a DTD.</exception>
    public static XmlSource Read(string path) => Parse(XmlText.Read(path));

    /// <exception cref="DamsException">The text is too large or not well-formed, or has a DTD.</exception>
    public static XmlSource Parse(XmlText text)
    {
        var parts = XmlScanner.Scan(text.Text);
        RefuseLongRuns(parts);
        var source = new XmlSource(text, Load(text.Text), parts);
        source.Match();
        return source;
    }

    /// <summary>The number of the line of a character, counted from 1.</summary>
    public static int LineOf(string text, int position) => text.Take(position).Count(character => character == '\n') + 1;

    // The tree of .NET hangs each of several texts beside one another on the one before it, and walks back over all of them
    // to find the element around the last: many would take hours.
    private static void RefuseLongRuns(IReadOnlyList<XmlPart> parts)
    {
        var run = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            var isText = parts[i].Kind is XmlPartKind.Text or XmlPartKind.CData;
            run = !isText ? 0 : i > 0 && parts[i].Start == parts[i - 1].End ? run + 1 : 1;
            if (run > MostTextsInARow)
                throw SidecarErrors.XmlTooLarge();
        }
    }

    private static XmlDocument Load(string text)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = XmlText.MaximumLength,
            MaxCharactersFromEntities = 1,
        };
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            document.Load(reader);
            return document;
        }
        catch (XmlException e)
        {
            throw SidecarErrors.MalformedXml(Math.Max(e.LineNumber, 1));
        }
        catch (ArgumentException)
        {
            // The reader takes any version in the declaration, which the document then refuses.
            throw SidecarErrors.MalformedXml(1);
        }
    }

    /// <summary>Gives each node its place, and makes sure that the two readings agree on every name and value.</summary>
    private void Match()
    {
        var nodes = Flatten(Document);
        if (nodes.Count != Parts.Count)
            throw SidecarErrors.MalformedXml(1);
        for (var i = 0; i < nodes.Count; i++)
        {
            if (!Agree(nodes[i], Parts[i]))
                throw SidecarErrors.MalformedXml(LineOf(Text.Text, Parts[i].Start));
        }
        Nodes = nodes;
    }

    private static List<XmlNode> Flatten(XmlDocument document)
    {
        var nodes = new List<XmlNode>();
        XmlNode? node = document.FirstChild;
        while (node is not null)
        {
            var isOutside = node.ParentNode == document && node is XmlCharacterData and not XmlComment;
            if (node is not XmlDeclaration && !isOutside)
                nodes.Add(node);
            var next = node.FirstChild ?? node.NextSibling;
            while (next is null && node.ParentNode is { } parent && parent != document)
            {
                node = parent;
                next = node.NextSibling;
            }
            node = next;
        }
        return nodes;
    }

    private bool Agree(XmlNode node, XmlPart part)
    {
        string Content() => Text.Text.Substring(part.ContentStart, part.ContentEnd - part.ContentStart);
        switch (node)
        {
            case XmlElement element:
                return part.Kind == XmlPartKind.Element && element.Name == part.Name && element.Attributes.Count == part.Attributes.Count
                    && part.Attributes.Select((attribute, i) => (attribute, i)).All(pair => Agree(element.Attributes[pair.i], pair.attribute));
            case XmlComment:
                return part.Kind == XmlPartKind.Comment && XmlEscapes.NormalizeLines(Content()) == node.Value;
            case XmlCDataSection:
                return part.Kind == XmlPartKind.CData && XmlEscapes.NormalizeLines(Content()) == node.Value;
            case XmlProcessingInstruction instruction:
                return part.Kind == XmlPartKind.Instruction && instruction.Target == part.Name
                    && XmlEscapes.NormalizeLines(Content()) == instruction.Data;
            default:
                return part.Kind == XmlPartKind.Text && XmlEscapes.Decode(Content(), isAttribute: false) == node.Value;
        }
    }

    private bool Agree(XmlAttribute attribute, XmlAttributePart part) =>
        attribute.Name == part.Name
        && attribute.Value == XmlEscapes.Decode(Text.Text.Substring(part.ValueStart, part.ValueEnd - part.ValueStart), isAttribute: true);
}
