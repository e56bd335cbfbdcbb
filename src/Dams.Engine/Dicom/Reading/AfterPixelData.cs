using Dams.Dicom.Dictionary;

namespace Dams.Dicom.Reading;

/// <summary>
/// Distinguishes elements after pixel data, which stand there in any order, private or unknown, from the bytes of another program,
/// which may stand there too. Each place is looked at once.
/// </summary>
internal sealed class AfterPixelData
{
    private readonly ByteSource _source;
    private readonly NonstandardHeaders _headers;
    private bool _isDoubtful;
    private int _certainCount;
    private long _certainEnd;

    public AfterPixelData(ByteSource source, NonstandardHeaders headers) => (_source, _headers) = (source, headers);

    /// <summary>
    /// Whether the dataset ends at a place. What only looks like an element, right before the bytes of another program,
    /// belongs to these: it is taken out of the tree again.
    /// </summary>
    /// <param name="position">The place; then that of the next element, or of the end.</param>
    /// <param name="isShort">Whether no header can stand there.</param>
    public bool EndsHere(ElementTree tree, ref long position, long limit, ElementForm form, bool isShort)
    {
        if (!_isDoubtful)
            (_certainCount, _certainEnd) = (tree.Count, position);
        var start = position;
        if (!isShort && IsElementAt(ref position, limit, form, out _isDoubtful))
        {
            tree.IsNonstandard |= _isDoubtful || position > start
                || HeaderReader.ReadTag(_source.Peek(position, ElementHeader.ItemLength), form).CompareTo(KnownTag.PixelData) < 0;
            return false;
        }
        tree.Truncate(_certainCount);
        position = _certainEnd;
        return true;
    }

    /// <summary>Whether an element stands at a place, or after delimiters there that delimit nothing.</summary>
    /// <param name="position">The place; then that of the element.</param>
    /// <param name="isDoubtful">Whether it may only look like an element: nobody defined its tag.</param>
    private bool IsElementAt(ref long position, long limit, ElementForm form, out bool isDoubtful)
    {
        var place = position;
        isDoubtful = false;
        ElementHeader header;
        try
        {
            while ((header = _headers.ReadAny(place, limit, form)).IsDelimiter)
            {
                _source.Cancellation.ThrowIfCancellationRequested();
                place += header.Length;
            }
        }
        catch (DamsException e) when (!e.IsLimit)
        {
            return false;
        }
        var isKnown = DataDictionary.Contains(header.Tag);
        // A known element that does not fit was cut off: reading it reports that.
        if (header.Tag.Group == ItemTag.Item.Group || (!isKnown && !Fits(header, place, limit, form)))
            return false;
        isDoubtful = !isKnown && !header.Tag.IsPrivate;
        position = place;
        return true;
    }

    private bool Fits(ElementHeader header, long position, long limit, ElementForm form)
    {
        var value = position + header.Length;
        if (!header.HasUndefinedLength)
            return value + header.ValueLength <= limit;
        var bytes = _source.Peek(value, ElementHeader.ItemLength);
        return bytes.Length == ElementHeader.ItemLength
            && (IsItemOrEnd(HeaderReader.ReadTag(bytes, form)) || IsItemOrEnd(HeaderReader.ReadTag(bytes, ElementForm.None)));
    }

    private static bool IsItemOrEnd(Tag tag) => tag == ItemTag.Item || tag == ItemTag.SequenceDelimitation;
}
