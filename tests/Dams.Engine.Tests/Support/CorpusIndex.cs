using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Dams.Tests.Support;

/// <summary>What pydicom and DCMTK said of a file of the corpus.</summary>
/// <param name="PydicomReads">Whether pydicom reads it without being forced to.</param>
/// <param name="DcmtkReads">Whether dcmdump reads it to its end without complaint.</param>
/// <param name="PrivateCount">Its private elements, at any depth.</param>
/// <param name="Depth">Its deepest sequence.</param>
internal sealed record CorpusIndex(string Name, bool PydicomReads, bool DcmtkReads, int PrivateCount, int Depth)
{
    public static IReadOnlyDictionary<string, CorpusIndex> Load() => File
        .ReadAllLines(Path.Combine(CorpusFiles.Folder!, "INDEX.tsv"))
        .Skip(1)
        .Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], cells => new CorpusIndex(
            cells[0], cells[3] == "ok", cells[4] == "0", Number(cells[10]), Number(cells[11])));

    private static int Number(string cell) => cell.Length == 0 ? 0 : int.Parse(cell, CultureInfo.InvariantCulture);
}
