namespace Dams.Benchmarks.Accuracy.Scoring;

/// <summary>What a tool was asked to do.</summary>
internal enum ProfileKind
{
    Basic,
    Research,
    FullDates,
    Encode,
}
