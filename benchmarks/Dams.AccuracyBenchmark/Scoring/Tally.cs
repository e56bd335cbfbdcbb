using System.Globalization;

namespace Dams.Benchmarks.Accuracy.Scoring;

/// <summary>So many, and so many of them wrong.</summary>
internal sealed record Tally(int Of, int Bad)
{
    public Tally And(bool isBad) => new(Of + 1, Bad + (isBad ? 1 : 0));

    public override string ToString() =>
        Of == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Bad} of {Of} ({100.0 * Bad / Of:F2} %)");
}
