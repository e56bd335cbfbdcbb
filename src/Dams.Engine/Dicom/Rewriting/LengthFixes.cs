using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Dicom.Rewriting;

/// <summary>
/// The lengths that enclose a change: those of items and sequences, group lengths (PS3.5 section 7.2) and the retired
/// (0008,0001) Length to End.
/// </summary>
internal static class LengthFixes
{
    /// <summary>The elements whose length is no longer right, with the right one. The edits are read before the first is returned.</summary>
    /// <exception cref="DamsException">A length passes what its field can hold.</exception>
    public static IEnumerable<(Element Element, uint Value)> Find(DicomFile file, IReadOnlyList<Edit> edits)
    {
        var tree = file.Dataset;
        if (!tree.HasGroupLengths && edits.All(edit => edit.Container == ElementTree.Root))
            yield break;
        var (growth, ofRoot) = (new long[tree.Count], 0L);
        var groups = new Dictionary<(int Container, ushort Group), long>();
        var removed = new HashSet<long>();
        foreach (var edit in edits)
        {
            if (edit.NewBytesLength == 0 && (edit.Tag.IsGroupLength || edit.Tag == KnownTag.LengthToEnd))
                removed.Add(edit.Start);
            Grow(edit.Container, edit.Tag, edit.Growth);
        }
        // What encloses stands before what it encloses: one way back carries all growth outwards.
        for (var i = tree.Count - 1; i >= 0; i--)
            Grow(tree[i].Parent, tree[i].Tag, growth[i]);
        for (var i = 0; i < tree.Count; i++)
        {
            if (growth[i] != 0 && !tree[i].HasUndefinedLength)
                yield return (tree[i], Checked(tree[i], tree[i].ValueLength + growth[i]));
        }
        foreach (var pair in groups)
        {
            var index = tree.Find(new Tag(pair.Key.Group, 0), pair.Key.Container);
            if (index >= 0 && tree[index].ValueLength == sizeof(uint) && !removed.Contains(tree[index].Offset))
                yield return (tree[index], Checked(tree[index], LengthBehind(tree, index) + pair.Value));
        }
        var lengthToEnd = tree.Find(KnownTag.LengthToEnd);
        if (lengthToEnd >= 0 && ofRoot != 0 && tree[lengthToEnd].ValueLength == sizeof(uint) && !removed.Contains(tree[lengthToEnd].Offset))
        {
            yield return (tree[lengthToEnd], Checked(tree[lengthToEnd], tree.End - tree[lengthToEnd].End + ofRoot));
        }

        void Grow(int container, Tag tag, long bytes)
        {
            if (bytes == 0)
                return;
            if (container == ElementTree.Root)
                ofRoot += bytes;
            else
                growth[container] += bytes;
            if (tree.HasGroupLengths && (container == ElementTree.Root || tree[container].IsItem))
                AddTo(groups, (container, tag.Group), bytes);
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

    private static uint Checked(Element element, long length)
    {
        var maximum = element is { IsSequence: true, HasShortLength: true } ? ushort.MaxValue : ElementHeader.Undefined - 1;
        return length >= 0 && length <= maximum ? (uint)length : throw DicomErrors.ValueTooLong(element.Tag, length, maximum);
    }
}
