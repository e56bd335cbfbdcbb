using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Dams.Tests.Support.Reading;

/// <summary>A data element as the tests' own reader found it.</summary>
/// <param name="Vr">What the file says, or the dictionary where the file says nothing.</param>
/// <param name="Header">Tag, value representation and length as they stand.</param>
/// <param name="Value">The bytes between the header and a delimiter.</param>
/// <param name="Trailer">The delimiter of an undefined length.</param>
/// <param name="Items">The items of a sequence; null for any other element.</param>
internal sealed record ElementReading(
    uint Tag, string Vr, bool IsExplicit, bool IsBigEndian, byte[] Header, byte[] Value, byte[] Trailer,
    IReadOnlyList<ItemReading>? Items)
{
    public bool HasUndefinedLength => Trailer.Length > 0;

    /// <summary>All its bytes.</summary>
    public byte[] Raw => [.. Header, .. Value, .. Trailer];

    /// <summary>The value as text, each byte a character, without padding.</summary>
    public string Text => Encoding.Latin1.GetString(Value).Trim(' ', '\0');

    public string Name => $"{Tag >> 16:X4},{Tag & 0xFFFF:X4}";

    /// <summary>The elements of all items, and of theirs.</summary>
    public IEnumerable<ElementReading> Descendants() =>
        Items is null ? [] : Items.SelectMany(item => item.Elements).SelectMany(element => element.AndDescendants());

    public IEnumerable<ElementReading> AndDescendants() => new[] { this }.Concat(Descendants());

    /// <summary>The same element with another value and, where it is defined, the length that this has.</summary>
    public byte[] WithValue(byte[] value)
    {
        var target = new MemoryStream();
        target.Write(Header);
        target.Write(value);
        target.Write(Trailer);
        var bytes = target.ToArray();
        if (!HasUndefinedLength)
            PutLength(bytes, value.Length);
        return bytes;
    }

    /// <summary>The same element with a value of known length, whatever it was before.</summary>
    public byte[] WithDefinedValue(byte[] value) => (this with { Trailer = [] }).WithValue(value);

    private void PutLength(byte[] bytes, int length)
    {
        var isShort = IsExplicit && Header.Length == 8;
        for (var i = 0; i < (isShort ? 2 : 4); i++)
        {
            var place = IsBigEndian ? Header.Length - 1 - i : Header.Length - (isShort ? 2 : 4) + i;
            bytes[place] = (byte)(length >> (8 * i));
        }
    }
}
