using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Reading;

namespace Dams.Tests.Support;

/// <summary>A dataset or item as a model that a test changes and writes again, to compare with what the engine does.</summary>
internal sealed class ModelLevel
{
    /// <summary>Its elements by tag.</summary>
    public SortedDictionary<uint, ModelElement> Elements { get; } = [];

    /// <summary>The groups whose length stands before them.</summary>
    public HashSet<ushort> GroupLengths { get; } = [];

    /// <summary>Whether it has an undefined length, as an item.</summary>
    public bool IsUndefined { get; set; }

    /// <summary>Its index in the tree of the file; -1 for the dataset.</summary>
    public int Index { get; set; } = ElementTree.Root;

    public byte[] Write(Syntax syntax) => FileBuilder.Dataset(syntax, dataset =>
    {
        foreach (var group in Groups)
        {
            var content = FileBuilder.Dataset(syntax, inner =>
            {
                foreach (var pair in Elements.Where(pair => pair.Key >> 16 == group))
                    inner.Raw(pair.Value.Write(syntax, new Tag(pair.Key)));
            });
            if (GroupLengths.Contains(group))
                dataset.Bytes($"{group:X4},0000", UInt32(syntax, content.Length), "UL");
            dataset.Raw(content);
        }
    });

    /// <summary>Gives each element and item the index that it has in the tree of a file.</summary>
    public void Number(ref int next)
    {
        foreach (var group in Groups)
        {
            if (GroupLengths.Contains(group))
                next++;
            foreach (var pair in Elements.Where(pair => pair.Key >> 16 == group))
                pair.Value.Number(ref next);
        }
    }

    private IEnumerable<ushort> Groups => Elements.Keys.Select(tag => (ushort)(tag >> 16)).Union(GroupLengths).Order().ToArray();

    private static byte[] UInt32(Syntax syntax, int value)
    {
        var bytes = new byte[sizeof(int)];
        if (syntax.IsBigEndian)
            BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        else
            BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
