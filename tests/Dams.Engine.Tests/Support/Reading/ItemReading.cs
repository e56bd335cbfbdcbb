using System.Collections.Generic;

namespace Dams.Tests.Support.Reading;

/// <summary>An item of a sequence.</summary>
internal sealed record ItemReading(byte[] Header, byte[] Trailer, bool IsBigEndian, IReadOnlyList<ElementReading> Elements)
{
    /// <summary>The same item with other content and, where it is defined, the length that this has.</summary>
    public byte[] WithContent(byte[] content)
    {
        byte[] bytes = [.. Header, .. content, .. Trailer];
        for (var i = 0; i < 4 && Trailer.Length == 0; i++)
            bytes[IsBigEndian ? 7 - i : 4 + i] = (byte)(content.Length >> (8 * i));
        return bytes;
    }
}
