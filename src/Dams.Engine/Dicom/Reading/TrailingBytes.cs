namespace Dams.Dicom.Reading;

/// <summary>
/// Distinguishes bytes that were appended to a dataset (zeros, or text, blanks and bytes FF) from an element. The header
/// of an element has a zero or another control character in its tag.
/// </summary>
internal sealed class TrailingBytes
{
    private readonly ByteSource _source;

    // No tail starts at this place or before it, so that many looks take no longer than one.
    private long _noneUpTo = -1;

    public TrailingBytes(ByteSource source) => _source = source;

    /// <summary>Whether only such bytes stand from an offset to the end of the file.</summary>
    public bool IsAt(long start)
    {
        if (start <= _noneUpTo || start >= _source.Length)
            return start >= _source.Length;
        var isZeros = _source.Peek(start, 1)[0] == 0;
        // One character may be the first byte of a header that was cut off; ends of lines are none.
        if (!isZeros && start + 1 == _source.Length && _source.Peek(start, 1)[0] is not ((byte)'\r' or (byte)'\n' or 0x1A or 0xFF))
            return false;
        var end = isZeros ? EndOf(start, isZeros: true) : EndOf(start, isZeros: false);
        if (end == _source.Length)
            return true;
        _noneUpTo = end - 1;
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

    private static bool IsText(byte value) =>
        value is >= (byte)' ' and not 0x7F or (byte)'\t' or (byte)'\n' or (byte)'\r' or 0x1A;
}
