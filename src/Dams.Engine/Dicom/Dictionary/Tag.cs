using System;
using System.Globalization;

namespace Dams;

/// <summary>A data element tag: group number and element number (PS3.5 section 7.1).</summary>
/// <param name="Value">The tag as one number: the group in the upper, the element in the lower 16 bits.</param>
public readonly record struct Tag(uint Value) : IComparable<Tag>
{
    /// <summary>Makes a tag of a group number and an element number.</summary>
    public Tag(ushort group, ushort element)
        : this(((uint)group << 16) | element)
    {
    }

    /// <summary>The group number.</summary>
    public ushort Group => (ushort)(Value >> 16);

    /// <summary>The element number.</summary>
    public ushort Element => (ushort)Value;

    /// <summary>Whether the group number is odd: a private element (PS3.5 section 7.8).</summary>
    public bool IsPrivate => (Value & 0x10000) != 0;

    /// <summary>
    /// Whether it is of a command, of the file meta information or of a DICOMDIR: groups 0000, 0002 and 0004 (PS3.5 section 7.1,
    /// PS3.3 section F.3).
    /// </summary>
    internal bool BelongsInNoDataset => Group is 0 or 2 or 4;

    /// <summary>Whether this is a group length (gggg,0000) (PS3.5 section 7.2).</summary>
    public bool IsGroupLength => Element == 0;

    /// <summary>Whether this reserves a block of private elements: (gggg,0010) to (gggg,00FF), gggg odd (PS3.5 section 7.8.1).</summary>
    public bool IsPrivateCreator => IsPrivate && Element is >= 0x10 and <= 0xFF;

    /// <summary>Reads <c>gggg,eeee</c>, <c>(gggg,eeee)</c> or <c>ggggeeee</c>, hexadecimal in either case.</summary>
    /// <returns>False when the text has no such form.</returns>
    public static bool TryParse(string? text, out Tag tag)
    {
        tag = default;
        if (text is null)
            return false;
        var digits = text.Trim().TrimStart('(').TrimEnd(')').Replace(",", "");
        if (digits.Length != 8
            || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }
        tag = new Tag(value);
        return true;
    }

    /// <summary>Reads what <see cref="TryParse"/> reads.</summary>
    /// <exception cref="FormatException">The text has no such form.</exception>
    public static Tag Parse(string text) => TryParse(text, out var tag) ? tag : throw new FormatException("This is no tag.");

    /// <inheritdoc/>
    public int CompareTo(Tag other) => Value.CompareTo(other.Value);

    /// <summary>The tag as the standard prints it: <c>(gggg,eeee)</c>.</summary>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "({0:X4},{1:X4})", Group, Element);
}
