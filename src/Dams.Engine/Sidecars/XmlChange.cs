using System;

namespace Dams.Sidecars;

/// <summary>What becomes of a node of an XML text.</summary>
internal sealed class XmlChange
{
    public static readonly XmlChange Keep = new(value => value);
    public static readonly XmlChange Remove = new(_ => "");
    public static readonly XmlChange Empty = new(_ => "", fillsEmpty: true);

    private readonly Func<string, string> _value;

    /// <param name="value">The new value for an old one.</param>
    /// <param name="fillsEmpty">Whether all content is replaced: child elements, and no content, too.</param>
    public XmlChange(Func<string, string> value, bool fillsEmpty = false)
    {
        _value = value;
        FillsEmpty = fillsEmpty;
    }

    public bool FillsEmpty { get; }

    /// <summary>The new value. White space around the old one stays.</summary>
    public string Apply(string value)
    {
        var trimmed = value.Trim();
        if (FillsEmpty)
            return _value(trimmed);
        if (trimmed.Length == 0)
            return value;
        var start = value.IndexOf(trimmed, StringComparison.Ordinal);
        return value.Substring(0, start) + _value(trimmed) + value.Substring(start + trimmed.Length);
    }
}
