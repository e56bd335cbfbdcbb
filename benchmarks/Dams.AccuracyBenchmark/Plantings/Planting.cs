using System.Collections.Generic;

namespace Dams.Benchmarks.Accuracy.Plantings;

/// <summary>A value that was put into a file on purpose.</summary>
/// <param name="What">What it is, in words.</param>
/// <param name="Path">The tags from the root to the attribute.</param>
/// <param name="Vr">As the file says, or would say.</param>
/// <param name="Value">The text that was planted.</param>
/// <param name="Tokens">What tells that it is there: one is enough where it has to go, all are asked for where it has to stay.</param>
internal sealed record Planting(
    Kind Kind,
    string What,
    IReadOnlyList<string> Path,
    string Vr,
    string Value,
    IReadOnlyList<string> Tokens)
{
    /// <summary>The value as encoded, to be compared whole; null where tokens are looked for.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>Clinical words that stand beside it.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The tokens stand nowhere else, so that they may be looked for in the whole file.</summary>
    public bool IsUnique { get; init; }

    public bool IsForeignVr { get; init; }

    public string Tag => Path[^1];

    public string Chain => string.Join('/', Path);
}
