using System.Collections.Generic;
using Dams.Benchmarks.Accuracy.Standard;

namespace Dams.Benchmarks.Accuracy.Generation;

/// <summary>The attributes that one file of a patient gets, at the root and nested.</summary>
internal sealed record Share(IReadOnlyList<AttributeRow> Root, IReadOnlyList<Nest> Nests)
{
    public static readonly Share None = new([], []);
}
