using System;
using System.IO;
using System.IO.Compression;

namespace Dams.Dicom.Reading;

/// <summary>
/// A file of a deflated transfer syntax (PS3.5 section A.5) as if it were not: up to the start of the dataset its bytes
/// as they are, from there on inflated. Going back inflates again from the start instead of keeping what was inflated.
/// </summary>
internal sealed class InflatedByteSource : ByteSource
{
    private readonly FileStream _file;
    private readonly InflaterInput _input;
    private readonly long _datasetStart;
    private DeflateStream? _inflater;
    private long _position;

    /// <param name="file">The file as it is, of which this source takes over what is open.</param>
    public InflatedByteSource(FileByteSource file, long datasetStart)
        : base(file.WindowSize, file.Cancellation)
    {
        _datasetStart = datasetStart;
        _file = file.HandOver();
        _input = new InflaterInput(_file);
        try
        {
            Length = MeasureLength();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override long Length { get; }

    public override bool ReadsForwardOnly => true;

    protected override Stream File => _file;

    protected override int Read(long offset, byte[] buffer, int index, int count)
    {
        var read = 0;
        if (offset < _datasetStart)
        {
            _inflater = null;
            _file.Position = offset;
            read = ReadFully(_file, buffer, index, (int)Math.Min(count, _datasetStart - offset));
            offset += read;
        }
        if (read < count)
        {
            MoveTo(offset, buffer, index + read);
            var got = ReadFully(_inflater!, buffer, index + read, count - read);
            _position += got;
            read += got;
        }
        return read;
    }

    protected override void Close() => _file.Dispose();

    private long MeasureLength()
    {
        var buffer = new byte[1 << 16];
        Restart();
        int got;
        while ((got = ReadFully(_inflater!, buffer, 0, buffer.Length)) > 0)
        {
            Cancellation.ThrowIfCancellationRequested();
            _position += got;
            if (_position - _datasetStart > ReadLimits.InflatedLength)
                throw DicomErrors.PassesLimit($"{ReadLimits.InflatedLength >> 20} MiB of inflated dataset");
        }
        if (_input.IsExhausted)
            throw DicomErrors.TruncatedHeader(_file.Length, "the end of the deflated dataset", isAtEnd: true);
        return _position;
    }

    private void Restart()
    {
        _file.Position = _datasetStart;
        _inflater = new DeflateStream(_input, CompressionMode.Decompress, leaveOpen: true);
        _position = _datasetStart;
    }

    private void MoveTo(long offset, byte[] scratch, int from)
    {
        if (_inflater is null || offset < _position)
            Restart();
        while (_position < offset)
        {
            Cancellation.ThrowIfCancellationRequested();
            var step = (int)Math.Min(offset - _position, scratch.Length - from);
            _position += ReadFully(_inflater!, scratch, from, step);
        }
    }

    private static int ReadFully(Stream stream, byte[] buffer, int index, int count)
    {
        try
        {
            return stream.ReadUpTo(buffer, index, count);
        }
        catch (InvalidDataException)
        {
            throw DicomErrors.MalformedDeflate();
        }
        catch (IOException e)
        {
            throw FileErrors.UnreadableFile(e);
        }
    }
}

/// <summary>
/// The file that an inflater reads. An inflater stops reading at the mark that ends its data. If it reads on at the end of
/// the file, the mark is missing, which the inflater itself does not report.
/// </summary>
internal sealed class InflaterInput : Stream
{
    private readonly FileStream _file;

    public InflaterInput(FileStream file) => _file = file;

    /// <summary>Whether more was asked for than the file has.</summary>
    public bool IsExhausted { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _file.Read(buffer, offset, count);
        IsExhausted |= read == 0 && count > 0;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Reading from streams that give less than they are asked for.</summary>
internal static class StreamReading
{
    /// <summary>Reads until the count is reached; returns fewer only where the stream ends.</summary>
    public static int ReadUpTo(this Stream stream, byte[] buffer, int index, int count)
    {
        var read = 0;
        while (read < count)
        {
            var got = stream.Read(buffer, index + read, count - read);
            if (got == 0)
                break;
            read += got;
        }
        return read;
    }
}
