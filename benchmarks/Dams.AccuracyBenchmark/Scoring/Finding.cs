using Dams.Benchmarks.Accuracy.Generation;
using Dams.Benchmarks.Accuracy.Plantings;

namespace Dams.Benchmarks.Accuracy.Scoring;

/// <summary>An identifier that is left, or a value that is lost.</summary>
/// <param name="Verdict">left, elsewhere, doubtful, lost, words or date.</param>
/// <param name="Found">The text that stands there now.</param>
internal sealed record Finding(int Seed, string Tool, ProfileKind Profile, string Verdict, TestFile File, Planting Planting, string Found);
