using System;

namespace Dams.Dicom.Reading;

/// <summary>
/// Distinguishes bytes that were appended to a dataset (text, blanks and bytes FF, with zeros before or after them) from
/// an element, and from the header of one that was cut off. The tag of an element has a zero or another control
/// character in it.
/// </summary>
internal sealed class TrailingBytes
{
    private const int TagLength = 4;

    private readonly ByteSource _source;

    // No tail starts at this place or before it, so that many looks take no longer than two.
    private long _noneUpTo = -1;

    public TrailingBytes(ByteSource source) => _source = source;

    /// <summary>Whether only such bytes stand from an offset to the end of the file.</summary>
    /// <param name="tree">The elements before it.</param>
    /// <param name="form">How an element there would be encoded.</param>
    public bool IsAt(long start, ElementTree tree, ElementForm form)
    {
        if (start <= _noneUpTo || start >= _source.Length)
            return start >= _source.Length;
        var endOfZeros = EndOf(start, isZeros: true);
        if (endOfZeros == _source.Length)
            return true;
        var endOfText = EndOf(endOfZeros, isZeros: false);
        if (EndOf(endOfText, isZeros: true) == _source.Length)
            return !MayBeCutHeader(start, tree, form);
        _noneUpTo = endOfText - 1;
        return false;
    }

    private long EndOf(long position, bool isZeros)
    {
        while (position < _source.Length)
        {
            _source.Cancellation.ThrowIfCancellationRequested();
            var bytes = _source.PeekAvailable(position);
            for (var i = 0; i < bytes.Length; i++)
            {
                if (isZeros ? bytes[i] != 0 : !IsText(bytes[i]))
                    return position + i;
            }
            position += bytes.Length;
        }
        return position;
    }

    /// <summary>
    /// Whether text starts as the next element may: in a tag that is known or private. Of a tag that is itself cut off, the
    /// group comes after that of the last element.
    /// </summary>
    private bool MayBeCutHeader(long start, ElementTree tree, ElementForm form)
    {
        var bytes = _source.Peek(start, ElementHeader.ItemLength);
        if (bytes.Length == 1)
            return IsBlank(bytes[0]) ? (form & ElementForm.BigEndian) == 0 && bytes[0] >= LastGroup(tree) : !IsEndOfLine(bytes[0]);
        var isTextGroup = IsText(bytes[0]) && IsText(bytes[1]);
        if (bytes.Length < TagLength)
            return !isTextGroup && HeaderReader.ReadGroup(bytes, form) >= LastGroup(tree);
        var tag = HeaderReader.ReadTag(bytes, form);
        if (tag.Group == 0)
            return false;
        if (tag.IsPrivate)
            return !isTextGroup && ((form & ElementForm.ImplicitVr) != 0 || MayBeVr(bytes.Slice(TagLength)));
        return DataDictionary.Contains(tag) && !(isTextGroup && tag.IsGroupLength);
    }

    private static int LastGroup(ElementTree tree)
    {
        var index = tree.Count - 1;
        while (index >= 0 && tree[index].Parent != ElementTree.Root)
            index = tree[index].Parent;
        return index < 0 ? 0 : tree[index].Tag.Group;
    }

    private static bool MayBeVr(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        0 => true,
        1 => bytes[0] is >= (byte)'A' and <= (byte)'Z',
        _ => Vr.FromBytes(bytes[0], bytes[1]).IsDefined,
    };

    private static bool IsText(byte value) =>
        value is >= (byte)' ' and not 0x7F || IsBlank(value) || IsEndOfLine(value);

    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t';

    // No group starts with one of these.
    private static bool IsEndOfLine(byte value) => value is (byte)'\n' or (byte)'\r' or 0x1A or 0xFF;
}
