using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Dams.Benchmarks.Accuracy.Standard;

namespace Dams.Benchmarks.Accuracy.Reading;

/// <summary>Reads elements in one encoding, by PS3.5 section 7 and nothing else.</summary>
internal sealed class PlainReader(byte[] bytes, int position, bool isExplicit, bool isBigEndian, StandardTables tables)
{
    private const uint Undefined = 0xFFFFFFFF;
    private const string ItemTag = "FFFEE000", ItemEnd = "FFFEE00D", SequenceEnd = "FFFEE0DD";
    private static readonly string[] LongVrs = ["OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"];

    public int Position { get; private set; } = position;

    /// <summary>Reads elements while their tags are wanted, to the end or to the delimiter of an item.</summary>
    public void ReadDataset(List<ReadElement> into, string parents, Func<string, bool> isWanted, int end = int.MaxValue)
    {
        end = Math.Min(end, bytes.Length);
        while (Position < end)
        {
            var start = Position;
            var tag = Tag();
            if (tag is ItemEnd)
            {
                UInt32();
                return;
            }
            if (!isWanted(tag))
            {
                Position = start;
                return;
            }
            ReadElement(into, parents, tag);
        }
    }

    private void ReadElement(List<ReadElement> into, string parents, string tag)
    {
        var (vr, length) = VrAndLength(tag);
        var chain = parents.Length == 0 ? tag : $"{parents}/{tag}";
        if (length == Undefined && vr is "OB" or "OW")
        {
            into.Add(new(chain, vr, Fragments()));
            return;
        }
        if (vr == "SQ" || length == Undefined)
        {
            into.Add(new(chain, "SQ", []));
            var inner = vr == "UN" ? new PlainReader(bytes, Position, false, false, tables) : this;
            inner.Items(into, chain, length == Undefined ? int.MaxValue : checked(Position + (int)length));
            Position = inner.Position;
            return;
        }
        if (length > bytes.Length - Position)
            throw new InvalidDataException($"{chain} is longer than the file");
        var value = bytes[Position..(Position + (int)length)];
        Position += (int)length;
        into.Add(new(chain, vr, value));
        if (vr == "UN" && value.Length >= 8 && value.AsSpan(0, 4).SequenceEqual<byte>([0xFE, 0xFF, 0x00, 0xE0]))
            TryUnknown(into, chain, value);
    }

    private void TryUnknown(List<ReadElement> into, string chain, byte[] value)
    {
        var found = new List<ReadElement>();
        try
        {
            new PlainReader(value, 0, false, false, tables).Items(found, chain, value.Length);
            into.AddRange(found);
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or OverflowException)
        {
            // The bytes themselves are in the list already.
        }
    }

    private void Items(List<ReadElement> into, string chain, int end)
    {
        while (Position < Math.Min(end, bytes.Length))
        {
            var tag = Tag();
            var length = UInt32();
            if (tag == SequenceEnd)
                return;
            if (tag != ItemTag)
                throw new InvalidDataException($"{tag} in {chain} where an item begins");
            ReadDataset(into, chain, _ => true, length == Undefined ? int.MaxValue : checked(Position + (int)length));
        }
    }

    private byte[] Fragments()
    {
        var all = new List<byte>();
        while (Tag() is var tag && UInt32() is var length && tag != SequenceEnd)
        {
            if (tag != ItemTag || length > bytes.Length - Position)
                throw new InvalidDataException("a fragment is no item");
            all.AddRange(bytes.AsSpan(Position, (int)length));
            Position += (int)length;
        }
        return [.. all];
    }

    private (string Vr, uint Length) VrAndLength(string tag)
    {
        if (!isExplicit)
            return (tables.VrOf(tag), UInt32());
        var vr = Encoding.ASCII.GetString(Take(2));
        if (!LongVrs.Contains(vr))
            return (vr, UInt16());
        Take(2);
        return (vr, UInt32());
    }

    private string Tag() => $"{UInt16():X4}{UInt16():X4}";

    private ushort UInt16() => isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(Take(2)) : BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    private uint UInt32() => isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(Take(4)) : BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - Position)
            throw new InvalidDataException("the file ends within an element");
        Position += count;
        return bytes.AsSpan(Position - count, count);
    }
}
