using System.Collections.Generic;
using Dams.Benchmarks.Accuracy.People;
using Dams.Benchmarks.Accuracy.Plantings;

namespace Dams.Benchmarks.Accuracy.Generation;

/// <summary>A file that was made, and what was planted in it.</summary>
/// <param name="Name">Below the source and below each output.</param>
/// <param name="IsPlain">A slice as a scanner writes it, which a validator of IODs can judge.</param>
internal sealed record TestFile(string Name, string Syntax, Person Person, bool IsPlain, byte[] Bytes, IReadOnlyList<Planting> Plantings);
