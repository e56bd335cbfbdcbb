namespace Dams.Dicom.Reading;

/// <summary>
/// Delimiters of items and sequences that stand where the standard has none (PS3.5 section 7.5) but other toolkits read on:
/// too many of them, of the wrong kind, or missing. What stands beside one decides what it means.
/// </summary>
internal sealed class MisplacedDelimiters
{
    private readonly ByteSource _source;

    // Where the last sequence of known length ended: a delimiter there belongs to it.
    private long _knownSequenceEnd = -1;

    public MisplacedDelimiters(ByteSource source) => _source = source;

    /// <summary>Whether one was passed.</summary>
    public bool HaveOccurred { get; private set; }

    /// <summary>The first of those that no element follows; null where there is none.</summary>
    public long? StartOfLast { get; private set; }

    /// <summary>Whether a header is that of a delimiter that may stand where none belongs: one without a length.</summary>
    public static bool IsAllowed(ElementHeader header) =>
        header.Tag != ItemTag.Item && header.Tag.Group == ItemTag.Item.Group && header.ValueLength == 0;

    /// <summary>Whether a delimiter among the items of a sequence of undefined length ends it, though it is that of an item.</summary>
    /// <param name="behind">Where the delimiter ends: another item or delimiter there belongs to the same sequence.</param>
    public bool EndsSequence(Tag tag, long behind, long limit, ElementForm form) =>
        tag == ItemTag.ItemDelimitation
        && (behind + ElementHeader.ItemLength > limit
            || HeaderReader.ReadDelimiter(_source, behind, limit, form).Tag.Group != ItemTag.Item.Group);

    /// <summary>
    /// Whether a delimiter among the elements of an item of undefined length ends the sequence, and with it the item, whose
    /// own delimiter is missing.
    /// </summary>
    public bool EndsItem(Tag tag, long position) => tag == ItemTag.SequenceDelimitation && position != _knownSequenceEnd;

    /// <summary>Takes note of one that means nothing.</summary>
    public void Pass(long position)
    {
        HaveOccurred = true;
        StartOfLast ??= position;
    }

    /// <summary>Takes note that an element starts, or that an item or a sequence ends.</summary>
    public void PassElement() => StartOfLast = null;

    /// <summary>Takes note of where a sequence of known length ends.</summary>
    public void PassSequenceOfKnownLength(long end) => _knownSequenceEnd = end;
}
