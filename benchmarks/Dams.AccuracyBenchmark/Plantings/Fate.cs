namespace Dams.Benchmarks.Accuracy.Plantings;

/// <summary>What has to become of a value: gone, there still, or neither is counted.</summary>
internal enum Fate
{
    Open,
    Goes,
    Stays,
    Moves,
}
