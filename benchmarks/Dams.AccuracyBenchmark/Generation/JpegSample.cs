using System.Linq;
using System.Text;

namespace Dams.Benchmarks.Accuracy.Generation;

/// <summary>A grey JPEG of eight by eight pixels, as short as a decoder takes it.</summary>
internal static class JpegSample
{
    private static readonly byte[] Start = [0xFF, 0xD8];

    /// <summary>The tables, the frame and the scan: what the image is made of.</summary>
    public static byte[] Image() =>
    [
        0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)1, 64),
        0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0,
        0xFF, 0xC4, 0, 20, 0x00, 1, .. new byte[15], 0,
        0xFF, 0xC4, 0, 20, 0x10, 1, .. new byte[15], 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x3F,
        0xFF, 0xD9,
    ];

    public static byte[] Make(string comment, string application, string behind)
    {
        byte[] bytes = [.. Start, .. Segment(0xE1, application), .. Segment(0xFE, comment), .. Image(), .. Encoding.ASCII.GetBytes(behind)];
        return bytes.Length % 2 == 0 ? bytes : [.. bytes, 0];
    }

    private static byte[] Segment(byte marker, string text) => [0xFF, marker, 0, (byte)(text.Length + 2), .. Encoding.ASCII.GetBytes(text)];
}
