using System;
using System.Threading;
using Dams.Dicom.Dictionary;
using Dams.Files;

namespace Dams.Dicom.Reading;

/// <summary>What stands in a file in front of its pixel data, kept in memory to read its elements again without opening it.</summary>
/// <remarks>Memory: these bytes, some kilobytes for an image of one frame.</remarks>
internal sealed class HeldHeader
{
    // Readers look ahead of where they stop, as far as the start of an element goes.
    private const int LookAhead = 256;

    // A structure set or an image of many frames may have more; it is opened again.
    private const long Longest = 4 << 20;

    private readonly byte[] _bytes;
    private readonly long _length;

    private HeldHeader(byte[] bytes, long length) => (_bytes, _length) = (bytes, length);

    /// <summary>Keeps it of an open file that was read up to its pixel data; null where it was read beyond them, has some megabytes, or would be more than may be held.</summary>
    /// <param name="budget">How many bytes may be held of all; null for no limit.</param>
    public static HeldHeader? Of(DicomFile file, HeaderBudget? budget = null)
    {
        if (file.Dataset.Find(KnownTag.PixelData) >= 0 || file.Dataset.End > Longest)
            return null;
        var length = Math.Min(file.Dataset.End + LookAhead, file.Source.Length);
        if (budget?.TryTake(length) == false)
            return null;
        var bytes = new byte[length];
        file.Source.CopyTo(0, bytes);
        return new HeldHeader(bytes, file.Source.Length);
    }

    /// <summary>Reads the elements; pixel data are not there.</summary>
    public DicomFile Open(CancellationToken cancellation) => DicomFile.Open(ToSource(cancellation));

    /// <summary>The bytes; what follows them is not there, though it counts.</summary>
    public ByteSource ToSource(CancellationToken cancellation) => new HeldBytes(_bytes, _length, cancellation);

    private sealed class HeldBytes(byte[] bytes, long length, CancellationToken cancellation) : ByteSource(DicomFile.WindowSize, cancellation)
    {
        public override long Length { get; } = length;

        protected override ReadableFile File => throw new NotSupportedException();

        protected override int Read(long offset, byte[] buffer, int index, int count)
        {
            var read = (int)Math.Max(0, Math.Min(count, bytes.Length - offset));
            Buffer.BlockCopy(bytes, (int)Math.Min(offset, bytes.Length), buffer, index, read);
            return read;
        }

        protected override void Close()
        {
        }
    }
}
