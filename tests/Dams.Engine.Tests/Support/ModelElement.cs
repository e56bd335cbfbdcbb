using System.Collections.Generic;

namespace Dams.Tests.Support;

/// <summary>An element of a model: a value or items.</summary>
internal sealed class ModelElement(string vr, byte[] value)
{
    public string Vr { get; } = vr;

    public byte[] Value { get; set; } = value;

    /// <summary>Its items; null where it is no sequence.</summary>
    public List<ModelLevel>? Items { get; set; }

    public bool IsUndefined { get; set; }

    public int Index { get; private set; }

    public byte[] Write(Syntax syntax, Tag tag)
    {
        var name = $"{tag.Group:X4},{tag.Element:X4}";
        if (Items is null)
            return FileBuilder.Dataset(syntax, dataset => dataset.Unpadded(name, Value, Vr));
        // PS3.5 section 6.2.2: what is unknown is implicit little endian inside.
        var inside = Vr == "UN" ? Syntax.ImplicitLittle : syntax;
        var content = FileBuilder.Dataset(inside, sequence =>
        {
            foreach (var item in Items)
            {
                var bytes = item.Write(inside);
                sequence.ItemHeader(0xE000, item.IsUndefined ? 0xFFFFFFFF : (uint)bytes.Length).Raw(bytes);
                if (item.IsUndefined)
                    sequence.ItemHeader(0xE00D, 0);
            }
            if (IsUndefined)
                sequence.ItemHeader(0xE0DD, 0);
        });
        return FileBuilder.Dataset(syntax, dataset => dataset
            .Header(name, Vr, IsUndefined ? 0xFFFFFFFF : (uint)content.Length).Raw(content));
    }

    public void Number(ref int next)
    {
        Index = next++;
        foreach (var item in Items ?? [])
        {
            item.Index = next++;
            item.Number(ref next);
        }
    }
}
