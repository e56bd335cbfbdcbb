using System.Collections.Generic;
using Dams.Benchmarks.Accuracy.Standard;

namespace Dams.Benchmarks.Accuracy.Generation;

/// <summary>Sequences in one another, and what stands in the innermost.</summary>
/// <param name="IsUnknown">The outermost is written as UN.</param>
internal sealed record Nest(IReadOnlyList<AttributeRow> Sequences, IReadOnlyList<AttributeRow> Attributes, bool IsUnknown);
