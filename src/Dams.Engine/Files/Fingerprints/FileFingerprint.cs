using System;
using System.Buffers;
using System.IO;
using System.Threading;

namespace Dams.Files.Fingerprints;

/// <summary>The fingerprint of a file on disk.</summary>
internal static class FileFingerprint
{
    private const int BufferSize = 256 * 1024;

    /// <summary>Reads a file, or its start, and returns its fingerprint and the number of bytes that were read.</summary>
    /// <param name="limit">The most bytes to read.</param>
    public static (ulong Fingerprint, long Length) Compute(string path, long limit, CancellationToken cancellation)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var fingerprint = new Fingerprint();
            var length = 0L;
            int count;
            while ((count = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, limit - length))) > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                fingerprint.Append(buffer.AsSpan(0, count));
                length += count;
            }
            return (fingerprint.Finish(), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
