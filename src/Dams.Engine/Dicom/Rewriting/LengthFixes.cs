using System.Collections.Generic;
using System.Linq;

namespace Dams.Dicom.Rewriting;

/// <summary>
/// The lengths that enclose a change: those of items and sequences, group lengths (PS3.5 section 7.2) and the retired
/// (0008,0001) Length to End.
/// </summary>
internal static class LengthFixes
{
    /// <summary>The elements whose length is no longer right, with the right one.</summary>
    /// <exception cref="DamsException">A length passes what its field can hold.</exception>
    public static IEnumerable<(Element Element, uint Value)> Find(DicomFile file, IReadOnlyList<Edit> edits)
    {
        var tree = file.Dataset;
        if (!tree.HasGroupLengths && edits.All(edit => edit.Container == ElementTree.Root))
            yield break;
        var growth = new Dictionary<int, long>();
        var groups = new Dictionary<(int Container, ushort Group), long>();
        var removed = new HashSet<long>();
        foreach (var edit in edits)
        {
            if (edit.TextLength == 0)
                removed.Add(edit.Start);
            if (edit.Growth == 0)
                continue;
            var tag = edit.Tag;
            for (var container = edit.Container; ; container = tree[container].Parent)
            {
                if (container == ElementTree.Root || tree[container].IsItem)
                    AddTo(groups, (container, tag.Group), edit.Growth);
                AddTo(growth, container, edit.Growth);
                if (container == ElementTree.Root)
                    break;
                tag = tree[container].Tag;
            }
        }
        foreach (var pair in growth)
        {
            if (pair.Key != ElementTree.Root && !tree[pair.Key].HasUndefinedLength)
                yield return (tree[pair.Key], Checked(tree[pair.Key], tree[pair.Key].ValueLength + pair.Value));
        }
        foreach (var pair in groups)
        {
            var index = tree.Find(new Tag(pair.Key.Group, 0), pair.Key.Container);
            if (index >= 0 && tree[index].ValueLength == sizeof(uint) && !removed.Contains(tree[index].Offset))
                yield return (tree[index], Checked(tree[index], LengthBehind(tree, index) + pair.Value));
        }
        var lengthToEnd = tree.Find(KnownTag.LengthToEnd);
        if (lengthToEnd >= 0 && growth.TryGetValue(ElementTree.Root, out var total)
            && tree[lengthToEnd].ValueLength == sizeof(uint) && !removed.Contains(tree[lengthToEnd].Offset))
        {
            yield return (tree[lengthToEnd], Checked(tree[lengthToEnd], tree.End - tree[lengthToEnd].End + total));
        }
    }

    private static long LengthBehind(ElementTree tree, int groupLength)
    {
        var (group, container) = (tree[groupLength].Tag.Group, tree[groupLength].Parent);
        long length = 0;
        for (var i = tree[groupLength].Next; i < tree.EndOf(container) && tree[i].Tag.Group == group; i = tree[i].Next)
            length += tree[i].End - tree[i].Offset;
        return length;
    }

    private static void AddTo<TKey>(Dictionary<TKey, long> sums, TKey key, long value)
        where TKey : notnull
    {
        sums.TryGetValue(key, out var sum);
        sums[key] = sum + value;
    }

    private static uint Checked(Element element, long length) =>
        length is >= 0 and < ElementHeader.Undefined
            ? (uint)length
            : throw Errors.ValueTooLong(element.Tag, length, ElementHeader.Undefined - 1);
}
