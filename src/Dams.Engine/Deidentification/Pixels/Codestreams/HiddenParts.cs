using System.Buffers.Binary;
using System.Collections.Generic;
using Dams.Dicom.Reading;

namespace Dams.Deidentification.Pixels.Codestreams;

/// <summary>Collects the parts of a stream that are no image. What is blank already is left as it is, so that nothing has to be written anew for it.</summary>
internal sealed class HiddenParts
{
    private readonly FragmentStream _stream;
    private readonly List<HiddenPart> _found = [];

    public HiddenParts(FragmentStream stream) => _stream = stream;

    /// <summary>The parts by their place in the file, in its order.</summary>
    public IReadOnlyList<HiddenPart> Found => _found;

    /// <param name="filler">The byte that blanks the part.</param>
    public void Add(long start, long end, byte filler)
    {
        if (IsBlank(start, end))
            return;
        foreach (var (from, to) in _stream.Places(start, end))
            _found.Add(new HiddenPart(from, to, filler));
    }

    /// <summary>Takes in the basic offset table where it holds something else than offsets of fragments. It stands before all fragments, so it comes first.</summary>
    public void AddOffsetTable(ByteSource source)
    {
        var (start, end) = _stream.OffsetTable;
        for (var position = start; position + sizeof(uint) <= end; position += sizeof(uint))
        {
            source.Cancellation.ThrowIfCancellationRequested();
            if (BinaryPrimitives.ReadUInt32LittleEndian(source.Peek(position, sizeof(uint))) < _stream.LengthWithHeaders)
                continue;
            _found.Add(new HiddenPart(start, end, 0));
            return;
        }
    }

    private bool IsBlank(long start, long end)
    {
        // One byte makes an odd length even.
        if (end - start <= 1)
            return true;
        while (start < end)
        {
            var bytes = _stream.PeekAvailable(start);
            bytes = bytes.Slice(0, (int)System.Math.Min(bytes.Length, end - start));
            foreach (var value in bytes)
            {
                if (value is not (0 or (byte)' ' or 0xFF))
                    return false;
            }
            start += bytes.Length;
        }
        return true;
    }
}

/// <summary>A part of a file that is no image.</summary>
/// <param name="Start">Bytes from the start of the file.</param>
/// <param name="Filler">The byte that blanks it.</param>
internal readonly record struct HiddenPart(long Start, long End, byte Filler);
