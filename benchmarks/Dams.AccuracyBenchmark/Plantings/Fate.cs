namespace Dams.Benchmarks.Accuracy.Plantings;

/// <summary>What has to become of a value: gone, there still, or neither is counted. What reads as what its attribute is for is counted apart.</summary>
internal enum Fate
{
    Open,
    Goes,
    Stays,
    Moves,
    Doubtful,
}
