using System.Collections.Generic;

namespace Dams.Benchmarks.Accuracy.Plantings;

/// <summary>A text that is to be planted, before an attribute is found for it.</summary>
internal sealed record Draft(Kind Kind, string What, string Text, IReadOnlyList<string> Tokens, IReadOnlyList<string> Words)
{
    public bool IsUnique { get; init; } = true;

    /// <summary>A value that tells as a whole.</summary>
    public static Draft Single(Kind kind, string what, string text) => new(kind, what, text, [text], []) { IsUnique = kind == Kind.InstanceUid };
}
