using System;
using System.Buffers;
using System.IO;
using System.Threading.Tasks;

namespace Dams.Network.Sending;

/// <summary>The bytes of the file of an instance, part after part, up to the end of its dataset.</summary>
internal static class InstanceBytes
{
    private const int PartLength = 256 * 1024;

    /// <param name="from">The first byte.</param>
    /// <param name="take">Receives each part, which is another's afterwards.</param>
    /// <exception cref="DamsException">The file cannot be read, or is shorter than it was.</exception>
    public static async Task CopyAsync(StoredInstance instance, long from, Func<ReadOnlyMemory<byte>, ValueTask> take)
    {
        var part = ArrayPool<byte>.Shared.Rent(PartLength);
        try
        {
            using var file = Open(instance, from);
            for (var left = instance.End - from; left > 0;)
            {
                var count = Read(file, part.AsSpan(0, (int)Math.Min(part.Length, left)));
                if (count == 0)
                    throw FileErrors.SourceChanged();
                await take(part.AsMemory(0, count)).ConfigureAwait(false);
                left -= count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(part);
        }
    }

    // What is wrong with the file is told as that, and not taken for a connection that broke.
    private static FileStream Open(StoredInstance instance, long from)
    {
        try
        {
            var file = RegularFile.OpenRead(instance.Source.Path);
            file.Position = from;
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.UnreadableFile(e);
        }
    }

    private static int Read(FileStream file, Span<byte> part)
    {
        try
        {
            return file.Read(part);
        }
        catch (IOException e)
        {
            throw FileErrors.UnreadableFile(e);
        }
    }
}
