using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Benchmarks.Accuracy.Scoring;
using Dams.Benchmarks.Accuracy.Standard;

namespace Dams.Benchmarks.Accuracy.Publishing;

/// <summary>A row for each identifier that is left and each value that is lost.</summary>
internal static class FindingList
{
    private const string Columns = "seed\ttool\tprofile\tverdict\tkind\twhat\tattribute\tvr\tdepth\tsyntax\tcharacter_set\tfile\tplanted\tfound";

    public static void Write(string path, IEnumerable<Finding> findings, StandardTables tables) =>
        File.WriteAllLines(path, findings.Select(finding => Row(finding, tables)).Prepend(Columns));

    private static string Row(Finding finding, StandardTables tables)
    {
        var (planting, file) = (finding.Planting, finding.File);
        object[] cells =
        [
            finding.Seed, finding.Tool, finding.Profile, finding.Verdict, planting.Kind, planting.What,
            string.Join('/', planting.Path.Select(tables.KeywordOf)), planting.IsForeignVr ? $"{planting.Vr} for {tables.VrOf(planting.Tag)}" : planting.Vr,
            planting.Path.Count - 1, file.Syntax, file.Person.Characters.Name ?? "none", file.Name, planting.Value, finding.Found,
        ];
        return string.Join('\t', cells.Select(cell => new string([.. $"{cell}".Select(c => char.IsControl(c) ? '·' : c)])));
    }
}
