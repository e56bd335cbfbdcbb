using System.Collections.Generic;
using System.IO;
using System.Text;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>Writes elements as they are said to be, right or wrong.</summary>
internal sealed class FuzzWriter(bool isBigEndian)
{
    private const uint Undefined = 0xFFFFFFFF, Item = 0xFFFEE000, ItemEnd = 0xFFFEE00D, SequenceEnd = 0xFFFEE0DD;

    private static readonly HashSet<string> Long = [.. "OB OD OF OL OV OW SQ SV UC UN UR UT UV".Split(' ')];

    public byte[] Write(IEnumerable<FuzzElement> elements, bool isExplicit)
    {
        using var target = new MemoryStream();
        foreach (var element in elements)
            Write(target, element, isExplicit);
        return target.ToArray();
    }

    /// <summary>An item's header or a delimiter.</summary>
    public byte[] Mark(ushort element, uint length)
    {
        using var target = new MemoryStream();
        WriteMark(target, 0xFFFE0000 | element, length);
        return target.ToArray();
    }

    private void Write(MemoryStream target, FuzzElement element, bool isExplicit)
    {
        isExplicit = element.IsExplicit ?? isExplicit;
        var content = element.Items is null ? element.Value : WriteItems(element, isExplicit);
        var length = element.FalseLength ?? (element.IsUndefined ? Undefined : (uint)content.Length);
        WriteTag(target, element.Tag);
        var hasLongLength = !isExplicit || (element.HasLongLength ?? Long.Contains(element.Vr));
        if (isExplicit)
            target.Write(Encoding.Latin1.GetBytes(element.Vr));
        if (isExplicit && hasLongLength)
            target.Write([0, 0]);
        WriteNumber(target, length, hasLongLength ? 4 : 2);
        target.Write(content);
        if (element.IsUndefined && !element.LacksDelimiter)
            (element.Vr == "UN" ? new FuzzWriter(isBigEndian: false) : this).WriteMark(target, SequenceEnd, 0);
        target.Write(element.Behind);
    }

    private byte[] WriteItems(FuzzElement element, bool isExplicit)
    {
        // PS3.5 section 6.2.2: what is unknown is implicit little endian inside.
        var inside = element.Vr == "UN" ? new FuzzWriter(isBigEndian: false) : this;
        using var target = new MemoryStream();
        foreach (var item in element.Items!)
        {
            var content = inside.Write(item.Elements, isExplicit && element.Vr != "UN");
            inside.WriteMark(target, Item, item.FalseLength ?? (item.IsUndefined ? Undefined : (uint)content.Length));
            target.Write(content);
            if (item.IsUndefined && !item.LacksDelimiter)
                inside.WriteMark(target, ItemEnd, 0);
        }
        return target.ToArray();
    }

    private void WriteMark(MemoryStream target, uint tag, uint length)
    {
        WriteTag(target, tag);
        WriteNumber(target, length, 4);
    }

    private void WriteTag(MemoryStream target, uint tag)
    {
        WriteNumber(target, tag >> 16, 2);
        WriteNumber(target, tag & 0xFFFF, 2);
    }

    private void WriteNumber(MemoryStream target, uint number, int size)
    {
        for (var i = 0; i < size; i++)
            target.WriteByte((byte)(number >> (8 * (isBigEndian ? size - 1 - i : i))));
    }
}
