using System;
using System.IO;
using System.Text;

namespace Dams.Cli.Output;

/// <summary>
/// Standard output that fails when nothing can be written to it any more; the stream of .NET ignores that its reader is gone.
/// Each error is thrown once; after that nothing is written.
/// </summary>
internal sealed class StandardOutput : Stream
{
    private const int Number = 1;
    private static bool _isClosed;

    private readonly Stream? _windows = OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : null;
    private bool _hasFailed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>
    /// Takes over the standard streams of the process. A stream that was closed from the start stays closed: no file that this
    /// process opens may get its number, since messages for people would go into that file.
    /// </summary>
    public static void Initialize()
    {
        if (!OperatingSystem.IsWindows())
        {
            var isErrorClosed = UnixStreams.IsClosed(2);
            _isClosed = UnixStreams.IsClosed(Number);
            for (var stream = 0; stream <= 2; stream++)
            {
                if (UnixStreams.IsClosed(stream))
                    UnixStreams.FillLowestDescriptor();
            }
            if (isErrorClosed)
                Console.SetError(TextWriter.Null);
        }
        Console.SetOut(OpenText());
    }

    /// <summary>Makes sure that standard output is open.</summary>
    /// <exception cref="DamsException">Standard output is closed.</exception>
    public static void EnsureOpen()
    {
        if (_isClosed)
            throw CommandErrors.UnwritableStandardOutput(Closed());
    }

    /// <summary>Opens it for text in UTF-8; what is written goes out at once.</summary>
    public static StreamWriter OpenText() =>
        new(new StandardOutput(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <exception cref="DamsException">It is closed or full.</exception>
    /// <exception cref="BrokenPipeException">The program that read it has ended.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_hasFailed)
            return;
        try
        {
            if (_isClosed)
                throw Closed();
            if (_windows is not null)
                _windows.Write(buffer);
            else
                UnixStreams.Write(Number, buffer.ToArray());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _hasFailed = true;
            throw IsBrokenPipe(e) ? new BrokenPipeException() : CommandErrors.UnwritableStandardOutput(e);
        }
    }

    // What writing to a stream that was closed from the start tells.
    private static IOException Closed() => new("It is closed.", OperatingSystem.IsWindows() ? 6 : 9);

    private static bool IsBrokenPipe(Exception exception) => (exception.HResult & 0xFFFF) is var number
        && (OperatingSystem.IsWindows() ? number is 109 or 232 : number is 32);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}

/// <summary>The program that read standard output has ended. This counts as a request to stop.</summary>
internal sealed class BrokenPipeException() : OperationCanceledException("Nobody reads standard output any more.");
