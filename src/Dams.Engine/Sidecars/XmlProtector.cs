using System.Collections.Generic;
using System.Linq;
using System.Xml;
using Dams.Cleaning;
using Dams.Profiles.Recipes;
using Dams.Sidecars.Xml;

namespace Dams.Sidecars;

/// <summary>Takes a patient out of XML texts. What does not change keeps its bytes.</summary>
/// <remarks>One for each patient. Not safe for use by several threads.</remarks>
internal sealed class XmlProtector
{
    private readonly XmlValues _values;
    private readonly IReadOnlyList<XmlRule> _rules;

    public XmlProtector(XmlValues values, IReadOnlyList<XmlRule> rules)
    {
        _values = values;
        _rules = rules;
    }

    /// <summary>The changes that one text needs.</summary>
    /// <param name="folder">The folder of the file.</param>
    /// <exception cref="DamsException">Nothing says what the text is.</exception>
    public XmlEdits Protect(XmlSource source, string folder)
    {
        var walk = new Walk(this, source, XmlChanges.Create(source, _values, _rules, folder));
        for (var index = 0; index < source.Parts.Count;)
            index = walk.Visit(index);
        return walk.Edits;
    }

    /// <summary>What is remembered while the parts of one text are visited.</summary>
    private sealed class Walk(XmlProtector owner, XmlSource source, XmlChanges changes)
    {
        // Elements whose change goes for all texts below, and where each ends.
        private readonly Stack<(int End, XmlChange Change)> _scopes = new();

        public XmlEdits Edits { get; } = new(source.Text);

        /// <summary>Does what is to be done with one part; returns the next to visit.</summary>
        public int Visit(int index)
        {
            while (_scopes.Count > 0 && index >= _scopes.Peek().End)
                _scopes.Pop();
            var (part, node) = (source.Parts[index], source.Nodes[index]);
            var own = changes.Find(node);
            if (own == XmlChange.Remove)
                return Remove(part, node);
            if (part.Kind == XmlPartKind.Element)
                return VisitElement(index, part, (XmlElement)node, own);
            var change = own ?? Inherited(reachesComments: part.Kind is XmlPartKind.Text or XmlPartKind.CData);
            var content = ValueOf(part, node);
            var changed = NewValue(content, change);
            if (changed != content)
                SetContent(part, changed);
            return index + 1;
        }

        private int VisitElement(int index, XmlPart part, XmlElement element, XmlChange? own)
        {
            for (var i = 0; i < part.Attributes.Count; i++)
                VisitAttribute(part.Attributes[i], element.Attributes[i], own);
            if (own is null)
                return index + 1;
            if (own.FillsEmpty || !element.ChildNodes.OfType<XmlElement>().Any())
            {
                var value = element.InnerText;
                var changed = NewValue(value, own);
                if (changed != value || (own.FillsEmpty && element.HasChildNodes && changed.Length == 0))
                {
                    Edits.SetContent(part, changed);
                    return part.Next;
                }
            }
            _scopes.Push((part.Next, own));
            return index + 1;
        }

        private void VisitAttribute(XmlAttributePart part, XmlAttribute attribute, XmlChange? ofElement)
        {
            var own = changes.Find(attribute);
            if (own == XmlChange.Remove)
            {
                Edits.Replace(part.Start, part.ValueEnd + 1, "");
                return;
            }
            var isKept = ofElement == XmlChange.Keep || Inherited(reachesComments: false) == XmlChange.Keep;
            // What a prefix stands for is no value, and no rule finds it.
            var isNamespace = attribute.Prefix == "xmlns" || attribute.Name == "xmlns";
            if (own is null && (isKept || isNamespace))
                return;
            var changed = NewValue(attribute.Value, own);
            if (changed != attribute.Value)
                Edits.SetValue(part, changed);
        }

        private int Remove(XmlPart part, XmlNode node)
        {
            if (node.ParentNode is not XmlDocument || part.Kind != XmlPartKind.Element)
            {
                Edits.Replace(part.Start, part.End, "");
                return part.Next;
            }
            // A document has a root; nothing else of it stays.
            foreach (var attribute in part.Attributes)
                Edits.Replace(attribute.Start, attribute.ValueEnd + 1, "");
            Edits.SetContent(part, "");
            return part.Next;
        }

        /// <summary>The change of an element around; of comments and attributes only that they are kept.</summary>
        private XmlChange? Inherited(bool reachesComments)
        {
            var change = _scopes.Count > 0 ? _scopes.Peek().Change : null;
            return reachesComments || change == XmlChange.Keep ? change : null;
        }

        private string NewValue(string value, XmlChange? change)
        {
            if (change is not null)
                return change.Apply(value);
            // Bytes in an encoding that is not known may hold any name.
            return source.Text.IsGuessed && value.Any(character => character > '\x7F') ? TextCleaner.Marker : owner._values.Clean(value);
        }

        private void SetContent(XmlPart part, string value)
        {
            var canBeWritten = part.Kind == XmlPartKind.Text || source.Text.CanWrite(value);
            Edits.SetContent(part, canBeWritten ? value : TextCleaner.Marker);
        }

        private string ValueOf(XmlPart part, XmlNode node) => part.Kind == XmlPartKind.Text
            ? node.Value!
            : source.Text.Text.Substring(part.ContentStart, part.ContentEnd - part.ContentStart);
    }
}
