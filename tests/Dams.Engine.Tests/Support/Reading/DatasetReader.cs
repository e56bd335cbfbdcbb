using System;
using System.Collections.Generic;
using System.Text;

namespace Dams.Tests.Support.Reading;

/// <summary>Reads data elements from memory, in the way of a textbook.</summary>
internal sealed class DatasetReader(byte[] bytes, int start, int end)
{
    private const string Short = "AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US";
    private const string Long = "OB OD OF OL OV OW SQ SV UC UN UR UT UV";
    private const uint Undefined = 0xFFFFFFFF;
    private const uint Item = 0xFFFEE000, ItemEnd = 0xFFFEE00D, SequenceEnd = 0xFFFEE0DD, ItemGroup = 0xFFFE, PixelData = 0x7FE00010;

    private bool _isBigEndian;

    public int Position { get; private set; } = start;

    public List<ElementReading> ReadMeta()
    {
        var elements = new List<ElementReading>();
        while (Left >= 8 && bytes[Position] == 2 && bytes[Position + 1] == 0)
            elements.Add(ReadElement(isExplicit: true, end));
        return elements;
    }

    public List<ElementReading> ReadRoot(string syntax)
    {
        // Groups are below 0100 hex where a dataset starts: the byte that is not zero tells the order, whatever the syntax says.
        _isBigEndian = syntax == Syntax.ExplicitBig.Uid || (Left > 1 && bytes[Position] == 0 && bytes[Position + 1] != 0);
        var elements = new List<ElementReading>();
        var isExplicit = IsExplicit(Position);
        var passedPixelData = false;
        while (Left >= 8 && Tag(Position) != 0 && !(passedPixelData && IsBehindDataset(isExplicit)))
        {
            elements.Add(ReadElement(isExplicit, end));
            passedPixelData |= elements[^1].Tag == PixelData;
        }
        return elements;
    }

    private int Left => end - Position;

    private bool IsBehindDataset(bool isExplicit)
    {
        if (Tag(Position) < PixelData || (isExplicit && !IsExplicit(Position)))
            return true;
        var isLong = isExplicit && Long.Contains(VrAt(Position), StringComparison.Ordinal);
        var length = isLong ? Left < 12 ? Undefined - 1 : Number(Position + 8, 4) : isExplicit ? Number(Position + 6, 2) : Number(Position + 4, 4);
        return length != Undefined && length > Left - 8;
    }

    private ElementReading ReadElement(bool isExplicit, int limit)
    {
        var tag = Tag(Position);
        // Items and delimiters have no VR, wherever they stand.
        isExplicit &= tag >> 16 != ItemGroup;
        var vr = isExplicit ? VrAt(Position) : DataDictionary.VrOf(new Tag(tag)).ToString();
        // How long the length of another one is nobody can say.
        if (isExplicit && !Short.Contains(vr, StringComparison.Ordinal) && !Long.Contains(vr, StringComparison.Ordinal))
            throw new FormatException($"no value representation at {Position + 4}");
        var isShort = isExplicit && Short.Contains(vr, StringComparison.Ordinal);
        var headerLength = isExplicit && !isShort ? 12 : 8;
        var length = isShort ? Number(Position + 6, 2) : Number(Position + headerLength - 4, 4);
        var header = bytes[Position..(Position + headerLength)];
        Position += headerLength;
        var from = Position;
        if (length != Undefined && length > limit - from)
            throw new FormatException($"{tag:X8} at {from} is longer than what holds it");
        var to = length == Undefined ? limit : from + (int)length;
        IReadOnlyList<ItemReading>? items = null;
        if (length == Undefined && (vr is "OB" or "OW" || tag == PixelData))
            SkipFragments();
        else if (length == Undefined || (vr == "SQ" && StartsItem(from, to)) || (vr == "UN" && StartsLittleItem(from, to)))
            items = vr == "UN" ? ReadUnknown(to, length == Undefined) : ReadItems(isExplicit, to, length == Undefined);
        else if (vr == "SQ" && length == 0)
            items = [];
        if (length != Undefined)
            Position = to;
        var trailer = length == Undefined ? 8 : 0;
        return new ElementReading(
            tag, vr, isExplicit, _isBigEndian, header, bytes[from..(Position - trailer)], bytes[(Position - trailer)..Position], items);
    }

    // PS3.5 section 6.2.2: inside what is unknown all is implicit little endian.
    private List<ItemReading>? ReadUnknown(int to, bool isUndefined)
    {
        var isBigEndian = _isBigEndian;
        _isBigEndian = false;
        try
        {
            return isUndefined ? ReadItems(isExplicit: false, to, isUndefined) : TryReadItems(to);
        }
        finally
        {
            _isBigEndian = isBigEndian;
        }
    }

    private List<ItemReading>? TryReadItems(int to)
    {
        var from = Position;
        try
        {
            return ReadItems(isExplicit: false, to, isUndefined: false);
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException or ArgumentException)
        {
            Position = from;
            return null;
        }
    }

    private List<ItemReading> ReadItems(bool isExplicit, int to, bool isUndefined)
    {
        var items = new List<ItemReading>();
        while (isUndefined || Position < to)
        {
            var (tag, length) = (Tag(Position), Number(Position + 4, 4));
            var header = bytes[Position..(Position + 8)];
            Position += 8;
            if (tag == SequenceEnd && isUndefined)
                return items;
            if (tag != Item || (length != Undefined && length > to - Position))
                throw new FormatException($"no item at {Position - 8}");
            var itemEnd = length == Undefined ? to : Position + (int)length;
            var itemIsExplicit = Position < itemEnd && (isExplicit || FitsOnlyExplicit(itemEnd)) && IsExplicit(Position);
            var elements = new List<ElementReading>();
            while (Position < itemEnd && !(length == Undefined && Tag(Position) == ItemEnd))
                elements.Add(ReadElement(itemIsExplicit, itemEnd));
            var trailer = Array.Empty<byte>();
            if (length == Undefined)
                trailer = bytes[Position..(Position += 8)];
            items.Add(new ItemReading(header, trailer, _isBigEndian, elements));
        }
        return items;
    }

    private void SkipFragments()
    {
        while (Tag(Position) == Item)
            Position += 8 + (int)Number(Position + 4, 4);
        if (Tag(Position) != SequenceEnd)
            throw new FormatException($"no fragment at {Position}");
        Position += 8;
    }

    private bool FitsOnlyExplicit(int itemEnd) => Number(Position + 4, 4) > itemEnd - Position - 8;

    private bool StartsItem(int from, int to) => to - from >= 8 && Tag(from) == Item;

    private bool StartsLittleItem(int from, int to) => to - from >= 8 && bytes.AsSpan(from, 4).SequenceEqual<byte>([0xFE, 0xFF, 0x00, 0xE0]);

    private bool IsExplicit(int position) => position + 6 <= bytes.Length
        && char.IsAsciiLetterUpper((char)bytes[position + 4]) && char.IsAsciiLetterUpper((char)bytes[position + 5]);

    private string VrAt(int position) => Encoding.Latin1.GetString(bytes, position + 4, 2);

    private uint Tag(int position) => (Number(position, 2) << 16) | Number(position + 2, 2);

    private uint Number(int position, int size)
    {
        uint number = 0;
        for (var i = 0; i < size; i++)
            number |= (uint)bytes[position + i] << (8 * (_isBigEndian ? size - 1 - i : i));
        return number;
    }
}
