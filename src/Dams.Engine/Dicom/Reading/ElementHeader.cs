namespace Dams.Dicom.Reading;

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
