using System.IO;

namespace Dams.Dicom.Reading;

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
