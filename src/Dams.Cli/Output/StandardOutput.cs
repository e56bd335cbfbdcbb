using System;
using System.IO;
using System.Text;

namespace Dams.Cli.Output;

/// <summary>
/// Standard output, which tells when nothing can be written to it any more: .NET's own passes over a reader that is gone.
/// Each trouble is told once; after that nothing is written.
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
    /// Takes the streams over that came with the process. What came closed stays so: a file that this process opens must
    /// not get its number, and with it the words that are meant for people.
    /// </summary>
    public static void Prepare()
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

    /// <summary>Sees that it is open.</summary>
    /// <exception cref="DamsException">It is not.</exception>
    public static void Check()
    {
        if (_isClosed)
            throw FileErrors.UnwritableStandardOutput(Closed());
    }

    /// <summary>Opens it for text in UTF-8; what is written goes out at once.</summary>
    public static StreamWriter OpenText() =>
        new(new StandardOutput(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <exception cref="DamsException">It is closed or full.</exception>
    /// <exception cref="ReaderGoneException">Who read it is gone.</exception>
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
            throw IsBrokenPipe(e) ? new ReaderGoneException() : FileErrors.UnwritableStandardOutput(e);
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
