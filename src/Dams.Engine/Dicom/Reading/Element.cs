using System;

namespace Dams.Dicom.Reading;

/// <summary>Where one data element or sequence item stands in a file. Its value stays there.</summary>
/// <param name="Offset">Bytes from the start of the file to the tag.</param>
/// <param name="End">Bytes from the start of the file to what follows, after a delimiter that closes it.</param>
/// <param name="Parent">The element that encloses it in its tree, -1 at the root.</param>
/// <param name="Next">The index after the element and all that it encloses.</param>
internal readonly record struct Element(
    Tag Tag, Vr Vr, byte HeaderLength, ElementForm Form, long Offset, long End, int Parent, int Next)
{
    private const int DelimiterLength = 8;
    private const int ShortHeader = 8;

    public long ValueOffset => Offset + HeaderLength;

    public bool HasUndefinedLength => (Form & ElementForm.UndefinedLength) != 0;

    public bool IsBigEndian => (Form & ElementForm.BigEndian) != 0;

    public bool IsImplicit => (Form & ElementForm.ImplicitVr) != 0;

    /// <summary>Whether its header ends with a length of 16 bits.</summary>
    public bool HasShortLength => !IsImplicit && !IsItem && HeaderLength == ShortHeader;

    public bool HasFragments => (Form & ElementForm.Fragments) != 0;

    /// <summary>Whether it is a sequence whose items stand in the tree.</summary>
    public bool IsSequence => (Form & ElementForm.Sequence) != 0;

    public bool IsItem => Tag == ItemTag.Item;

    /// <summary>Bytes of the value, without the delimiter of an undefined length.</summary>
    public long ValueLength =>
        End - ValueOffset - ((Form & (ElementForm.UndefinedLength | ElementForm.Undelimited)) == ElementForm.UndefinedLength ? DelimiterLength : 0);
}

/// <summary>How an element is encoded.</summary>
[Flags]
internal enum ElementForm : byte
{
    None = 0,
    ImplicitVr = 1,
    BigEndian = 2,
    UndefinedLength = 4,
    Sequence = 8,
    Fragments = 16,

    /// <summary>Its length is undefined and no delimiter closes it.</summary>
    Undelimited = 32,
}

/// <summary>What stands before a value: tag, value representation and length (PS3.5 section 7.1).</summary>
/// <param name="Length">Bytes of the header itself.</param>
/// <param name="ValueLength">Bytes of the value, or <see cref="Undefined"/>.</param>
internal readonly record struct ElementHeader(Tag Tag, Vr Vr, byte Length, uint ValueLength)
{
    public const uint Undefined = 0xFFFFFFFF;

    /// <summary>Bytes of the header of an item or a delimiter.</summary>
    public const byte ItemLength = 8;

    public bool HasUndefinedLength => ValueLength == Undefined;

    /// <summary>Whether it is a delimiter of an item or a sequence (PS3.5 section 7.5).</summary>
    public bool IsDelimiter => Tag == ItemTag.ItemDelimitation || Tag == ItemTag.SequenceDelimitation;
}

/// <summary>The tags that structure sequences (PS3.5 section 7.5).</summary>
internal static class ItemTag
{
    public static readonly Tag Item = new(0xFFFEE000);
    public static readonly Tag ItemDelimitation = new(0xFFFEE00D);
    public static readonly Tag SequenceDelimitation = new(0xFFFEE0DD);
}

/// <summary>How much of a file to read.</summary>
internal enum ReadScope
{
    /// <summary>All elements, to rewrite them.</summary>
    Whole,

    /// <summary>All elements, but few values: the file is in memory in small parts.</summary>
    Structure,

    /// <summary>All elements but pixel data after which nothing stands, and few values.</summary>
    WithoutPixelData,
}
