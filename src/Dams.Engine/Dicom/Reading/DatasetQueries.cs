using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Dams.Dicom.Reading;

/// <summary>Reads values from the items of an open file.</summary>
internal static class DatasetQueries
{
    /// <summary>The items of a sequence inside an item or the root; none where it is missing.</summary>
    public static IEnumerable<int> Items(this DicomFile file, int container, Tag sequence)
    {
        var tree = file.Dataset;
        var index = tree.Find(sequence, container);
        if (index < 0 || !tree[index].IsSequence)
            yield break;
        for (var i = tree.FirstIn(index); i < tree.EndOf(index); i = tree[i].Next)
        {
            if (tree[i].IsItem)
                yield return i;
        }
    }

    /// <summary>The first value of an element inside an item or the root; empty where it is missing.</summary>
    public static string TextIn(this DicomFile file, int container, Tag tag)
    {
        var index = file.Dataset.Find(tag, container);
        return index < 0 ? "" : file.Values.Texts(file.Dataset, index).FirstOrDefault() ?? "";
    }

    /// <summary>All values of an element inside an item or the root.</summary>
    public static string[] TextsIn(this DicomFile file, int container, Tag tag)
    {
        var index = file.Dataset.Find(tag, container);
        return index < 0 ? [] : file.Values.Texts(file.Dataset, index);
    }

    /// <summary>The numbers of a US element inside an item or the root.</summary>
    public static IReadOnlyList<ushort> UInt16sIn(this DicomFile file, int container, Tag tag)
    {
        var index = file.Dataset.Find(tag, container);
        return index < 0 ? [] : file.Values.Numbers(file.Dataset[index]).OfType<ushort>().ToArray();
    }

    /// <summary>The decimal numbers of an element inside an item or the root; null where there are not so many.</summary>
    public static double[]? DecimalsIn(this DicomFile file, int container, Tag tag, int count)
    {
        var texts = file.TextsIn(container, tag);
        if (texts.Length != count)
            return null;
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            if (!double.TryParse(texts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        }
        return numbers;
    }
}
