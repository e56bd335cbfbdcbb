using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Dams.Files;
using FellowOakDicom;

namespace Dams.Network.Receiving;

/// <summary>
/// An instance while it comes: file meta information, and after it the dataset byte for byte as it was sent. When the disk
/// refuses, the rest is taken and thrown away, so that the sender hears why.
/// </summary>
internal sealed class IncomingFile : Stream
{
    // Bytes after which it is asked again how much room there is.
    private const long RoomStep = 64L * 1024 * 1024;

    private readonly TargetFile? _file;
    private readonly DriveInfo _drive;
    private readonly long _minimumFreeBytes;
    private long _sinceAsked;

    private IncomingFile(TargetFile? file, DamsException? error, DriveInfo drive, long minimumFreeBytes) =>
        (_file, Error, _drive, _minimumFreeBytes) = (file, error, drive, minimumFreeBytes);

    /// <summary>Why it was not stored; null so far.</summary>
    public DamsException? Error { get; private set; }

    /// <summary>Where it is until it has its name.</summary>
    public string PartialPath => _file!.PartialPath;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Begins a file.</summary>
    /// <param name="meta">A file without dataset: what stands before it; null where that comes too.</param>
    public static IncomingFile Create(string folder, DicomFile? meta, long minimumFreeBytes)
    {
        var drive = new DriveInfo(Path.GetFullPath(folder));
        try
        {
            if (drive.AvailableFreeSpace < minimumFreeBytes)
                return new IncomingFile(null, NetworkErrors.NoRoom(), drive, minimumFreeBytes);
            var incoming = new IncomingFile(TargetFile.Create(folder), null, drive, minimumFreeBytes);
            if (meta is null)
                return incoming;
            using var head = new MemoryStream();
            meta.Save(head);
            incoming.Write(head.GetBuffer(), 0, (int)head.Length);
            return incoming;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new IncomingFile(null, NetworkErrors.UnwritableReceived(e), drive, minimumFreeBytes);
        }
    }

    /// <summary>Ends it; it is read before it gets its name.</summary>
    public void Finish()
    {
        try
        {
            _file?.Stream.Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Error ??= NetworkErrors.UnwritableReceived(e);
        }
    }

    /// <summary>Moves it to another folder.</summary>
    public void MoveTo(string folder, string name)
    {
        PrivateFile.CreateFolder(folder);
        FileMoves.Move(PartialPath, Path.Combine(folder, name), replace: true);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Error is not null)
            return;
        try
        {
            if ((_sinceAsked += buffer.Length) >= RoomStep)
            {
                _sinceAsked = 0;
                if (_drive.AvailableFreeSpace < _minimumFreeBytes)
                {
                    Error = NetworkErrors.NoRoom();
                    return;
                }
            }
            _file!.Stream.Write(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Error = NetworkErrors.UnwritableReceived(e);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _file?.Dispose();
        base.Dispose(disposing);
    }
}
