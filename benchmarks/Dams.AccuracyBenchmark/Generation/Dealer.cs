using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Benchmarks.Accuracy.Standard;

namespace Dams.Benchmarks.Accuracy.Generation;

/// <summary>Deals all attributes of the dictionary to the files of a patient: each once at the root, many once more in a sequence.</summary>
internal sealed class Dealer(Random random, StandardTables tables)
{
    private const int Deep = 3;
    private const int MostInItem = 6;
    private const int NestedShare = 2;

    public IReadOnlyList<Share> Deal(int files)
    {
        var attributes = Shuffled(row => row.Vr != "SQ");
        var nested = new Queue<AttributeRow>(Shuffled(row => row.Vr != "SQ").Take(attributes.Count / NestedShare));
        var sequences = new Queue<AttributeRow>(Shuffled(row => row.Vr == "SQ").Where(row => tables.ProfileOf(row.Tag) is null || random.Next(2) == 0));
        var nests = new List<Nest>();
        while (nested.Count > 0 && sequences.Count >= Deep)
        {
            var outer = Enumerable.Range(0, random.Next(2) == 0 ? 1 : Deep).Select(_ => sequences.Dequeue()).ToArray();
            var item = Enumerable.Range(0, Math.Min(MostInItem, nested.Count)).Select(_ => nested.Dequeue()).ToArray();
            nests.Add(new(outer, item, random.Next(30) == 0));
        }
        return
        [
            .. Enumerable.Range(0, files).Select(file => new Share(
                [.. attributes.Where((_, i) => i % files == file)], [.. nests.Where((_, i) => i % files == file)])),
        ];
    }

    private List<AttributeRow> Shuffled(Func<AttributeRow, bool> isWanted)
    {
        var rows = tables.Attributes.Where(row => isWanted(row) && AttributeKinds.IsPlantable(row.Tag)).ToArray();
        random.Shuffle(rows);
        return [.. rows];
    }
}
