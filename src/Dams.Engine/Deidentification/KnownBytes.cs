using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning;
using Dams.Dicom.Reading;

namespace Dams.Deidentification;

/// <summary>
/// Looks for what is known of a patient in bytes that are no text: in a comment of a colour profile, in a table that somebody
/// filled with letters.
/// </summary>
internal sealed class KnownBytes
{
    private readonly Dictionary<int, List<byte[]>> _byStart = [];
    private readonly bool[] _starts = new bool[ushort.MaxValue + 1];
    private readonly int _longest;

    public KnownBytes(KnownValues known)
    {
        foreach (var pattern in KnownBytePatterns.Of(known))
            Learn(pattern);
        _longest = _byStart.Values.SelectMany(patterns => patterns).Select(pattern => pattern.Length).DefaultIfEmpty(0).Max();
    }

    /// <summary>Whether any of them stands in a value.</summary>
    public bool ExistIn(ByteSource source, in Element element)
    {
        if (_longest == 0)
            return false;
        var end = element.ValueOffset + element.ValueLength;
        for (var position = element.ValueOffset; position < end;)
        {
            source.Cancellation.ThrowIfCancellationRequested();
            var bytes = source.PeekAvailable(position);
            // A name may stand across the border of two windows.
            if (bytes.Length < end - position && bytes.Length <= _longest)
                bytes = source.Peek(position, (int)Math.Min(2 * _longest, end - position));
            bytes = bytes.Slice(0, (int)Math.Min(bytes.Length, end - position));
            if (ExistIn(bytes))
                return true;
            var isLast = position + bytes.Length >= end;
            position += isLast ? bytes.Length : Math.Max(1, bytes.Length - _longest);
        }
        return false;
    }

    /// <summary>Whether one of them stands in some bytes.</summary>
    public bool ExistIn(ReadOnlySpan<byte> bytes) => ExistIn(bytes, isText: false);

    /// <summary>
    /// Whether one of them stands in the bytes of a text in an encoding that its file does not declare. What is plain ASCII
    /// was read as it is, so that Mario in "primario" does not count.
    /// </summary>
    public bool ExistInText(ReadOnlySpan<byte> bytes) => ExistIn(bytes, isText: bytes.IndexOfAny((byte)0, (byte)0x1B) < 0);

    private bool ExistIn(ReadOnlySpan<byte> bytes, bool isText)
    {
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            var start = StartOf(bytes, i);
            if (_starts[start] && StandsAt(bytes, i, _byStart[start], isText))
                return true;
        }
        return false;
    }

    private static bool StandsAt(ReadOnlySpan<byte> bytes, int index, List<byte[]> patterns, bool isText)
    {
        foreach (var pattern in patterns)
        {
            if (isText && Array.TrueForAll(pattern, value => value < 0x80))
                continue;
            var i = 0;
            while (i < pattern.Length && index + i < bytes.Length && Fold(bytes[index + i]) == pattern[i])
                i++;
            if (i == pattern.Length)
                return true;
        }
        return false;
    }

    private void Learn(byte[] bytes)
    {
        var pattern = Array.ConvertAll(bytes, Fold);
        var start = StartOf(pattern, 0);
        _starts[start] = true;
        if (!_byStart.TryGetValue(start, out var patterns))
            _byStart.Add(start, patterns = []);
        patterns.Add(pattern);
    }

    private static int StartOf(ReadOnlySpan<byte> bytes, int index) => (Fold(bytes[index]) << 8) | Fold(bytes[index + 1]);

    // Letters of ASCII in either case are one.
    private static byte Fold(byte value) => value is >= (byte)'a' and <= (byte)'z' ? (byte)(value - 0x20) : value;
}
