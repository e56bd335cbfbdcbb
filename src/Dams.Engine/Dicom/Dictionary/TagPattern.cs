using System.Globalization;

namespace Dams.Dicom.Dictionary;

/// <summary>One tag, or those that agree in some of its digits, or all private elements.</summary>
internal readonly record struct TagPattern(uint Mask, uint Value)
{
    /// <summary>Every element of an odd group.</summary>
    public static readonly TagPattern Private = new(0x00010000, 0x00010000);

    /// <summary>Whether it means one tag alone.</summary>
    public bool IsExact => Mask == uint.MaxValue;

    /// <summary>Reads eight hexadecimal digits with <c>x</c> for any digit, or the word <c>private</c>.</summary>
    public static TagPattern Parse(string text)
    {
        if (text == "private")
            return Private;
        uint mask = 0, value = 0;
        foreach (var digit in text)
        {
            mask = (mask << 4) | (digit is 'x' or 'X' ? 0u : 0xFu);
            value <<= 4;
            if (digit is not ('x' or 'X'))
                value |= uint.Parse(digit.ToString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }
        return new TagPattern(mask, value);
    }

    public bool Matches(Tag tag) => (tag.Value & Mask) == Value;
}
