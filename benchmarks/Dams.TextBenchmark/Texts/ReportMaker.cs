using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Benchmarks.Text.People;

namespace Dams.Benchmarks.Text.Texts;

/// <summary>Makes a report about a patient out of the lines of a language.</summary>
internal sealed class ReportMaker(Language language, Random random, Patient patient)
{
    private const int FewestLines = 4, MostLines = 8, ClinicalLines = 4;

    public Report Make()
    {
        var lines = Shuffled(language.Of("lines")).Take(random.Next(FewestLines, MostLines))
            .Concat(Shuffled(language.Clinical).Take(ClinicalLines));
        return new([.. Shuffled([.. lines]).SelectMany(line => new Planter(language, random, patient).PiecesOf(line).Append(new("\n", PieceKind.Clinical)))]);
    }

    private List<string> Shuffled(IReadOnlyList<string> lines) => [.. lines.OrderBy(_ => random.Next())];
}
