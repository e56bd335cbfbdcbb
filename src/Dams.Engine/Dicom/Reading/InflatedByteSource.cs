using System;
using System.IO;
using System.IO.Compression;
using Dams.Files;

namespace Dams.Dicom.Reading;

/// <summary>
/// A file of a deflated transfer syntax (PS3.5 section A.5) as if it were not: up to the start of the dataset its bytes
/// as they are, from there on inflated. Going back inflates again from the start instead of keeping what was inflated.
/// </summary>
internal sealed class InflatedByteSource : ByteSource
{
    private readonly InflaterInput _input;
    private readonly long _datasetStart;
    private DeflateStream? _inflater;
    private long _position;

    /// <param name="file">The file as it is, of which this source takes over what is open.</param>
    public InflatedByteSource(FileByteSource file, long datasetStart)
        : base(file.WindowSize, file.Cancellation)
    {
        _datasetStart = datasetStart;
        File = file.HandOver();
        _input = new InflaterInput(File);
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

    protected override ReadableFile File { get; }

    protected override int Read(long offset, byte[] buffer, int index, int count)
    {
        var read = 0;
        if (offset < _datasetStart)
        {
            _inflater = null;
            read = ReadFile(offset, buffer, index, (int)Math.Min(count, _datasetStart - offset));
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

    protected override void Close() => File.Dispose();

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
            throw DicomErrors.TruncatedHeader(File.Length, "the end of the deflated dataset", isAtEnd: true);
        return _position;
    }

    private void Restart()
    {
        _input.Position = _datasetStart;
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

    /// <summary>Reads until the count is reached; returns fewer only where the stream ends.</summary>
    private static int ReadFully(Stream stream, byte[] buffer, int index, int count)
    {
        var read = 0;
        try
        {
            while (read < count && stream.Read(buffer, index + read, count - read) is > 0 and var got)
                read += got;
            return read;
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
    private readonly ReadableFile _file;

    public InflaterInput(ReadableFile file) => _file = file;

    /// <summary>Whether more was asked for than the file has.</summary>
    public bool IsExhausted { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    /// <summary>Bytes from the start of the file to what is read next.</summary>
    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _file.Read(Position, buffer, offset, count);
        Position += read;
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
