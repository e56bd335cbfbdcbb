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
    private readonly TargetFile? _file;

    private IncomingFile(TargetFile? file, DamsException? error) => (_file, Error) = (file, error);

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
    /// <param name="meta">A file without dataset: what stands before it.</param>
    public static IncomingFile Create(string folder, DicomFile meta, long minimumFreeBytes)
    {
        try
        {
            if (new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace < minimumFreeBytes)
                return new IncomingFile(null, NetworkErrors.NoRoom());
            var incoming = new IncomingFile(TargetFile.Create(folder), null);
            using var head = new MemoryStream();
            meta.Save(head);
            incoming.Write(head.GetBuffer(), 0, (int)head.Length);
            return incoming;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new IncomingFile(null, NetworkErrors.UnwritableReceived(e));
        }
    }

    /// <summary>Ends it; it is read before it gets its name.</summary>
    public void Finish() => Try(() => _file!.Stream.Dispose());

    /// <summary>Gives it its name; another of this name gives way.</summary>
    public string Commit(string name) => _file!.Commit(name, replace: true);

    /// <summary>Moves it to another folder.</summary>
    public void MoveTo(string folder, string name)
    {
        PrivateFile.CreateFolder(folder);
        FileMoves.Move(PartialPath, Path.Combine(folder, name), replace: true);
    }

    public override void Write(byte[] buffer, int offset, int count) => Try(() => _file!.Stream.Write(buffer, offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Try(() => _file!.Stream.Write(buffer.Span));
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

    private void Try(Action write)
    {
        if (Error is not null)
            return;
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Error = NetworkErrors.UnwritableReceived(e);
        }
    }
}
