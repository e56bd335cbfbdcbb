namespace Dams.Dicom.Reading;

/// <summary>Where one data element or sequence item stands in a file. Its value stays there.</summary>
/// <param name="Offset">Bytes from the start of the file to the tag.</param>
/// <param name="End">Bytes from the start of the file to what follows, behind a delimiter that closes it.</param>
/// <param name="Parent">The element that encloses it in its tree, -1 at the root.</param>
/// <param name="Next">The element behind it and all that it encloses.</param>
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
