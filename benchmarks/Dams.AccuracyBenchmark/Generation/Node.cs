using System.Collections.Generic;
using System.Linq;
using Dams.Tests.Support;

namespace Dams.Benchmarks.Accuracy.Generation;

/// <summary>An attribute of a file to be: a value, or the one item of a sequence.</summary>
internal sealed record Node(string Tag, string Vr, byte[] Value, IReadOnlyList<Node>? Item = null)
{
    /// <summary>Fragments of compressed pixel data in place of the value.</summary>
    public IReadOnlyList<byte[]>? Fragments { get; init; }

    public static void WriteAll(DatasetBuilder target, IEnumerable<Node> nodes)
    {
        foreach (var node in nodes.OrderBy(node => node.Tag, System.StringComparer.Ordinal))
            node.Write(target);
    }

    private void Write(DatasetBuilder target)
    {
        if (Item is not null)
            target.Sequence(Tag, Vr, isUndefined: Tag[^1] % 2 == 0, item => WriteAll(item, Item));
        else if (Fragments is not null)
            target.Fragments([.. Fragments]);
        else
            target.Bytes(Tag, Value, Vr);
    }
}
