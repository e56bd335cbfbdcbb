using System.Collections.Generic;
using System.Linq;

namespace Dams;

/// <summary>What an audit has looked at, and how much it has found.</summary>
/// <param name="Files">Number of files that were looked through.</param>
/// <param name="Originals">Number of originals with which they were compared; 0 where none were given.</param>
/// <param name="Findings">Number of findings of each kind that was found.</param>
public sealed record AuditSummary(int Files, int Originals, IReadOnlyDictionary<IdentifierKind, int> Findings)
{
    /// <summary>Number of all findings.</summary>
    public int FindingCount => Findings.Values.Sum();

    /// <summary>A sentence for people.</summary>
    public override string ToString()
    {
        var kinds = string.Join(", ", Findings.OrderBy(kind => kind.Key).Select(kind => $"{kind.Value} {kind.Key}"));
        return $"{Count(Files, "file")} read, {Count(Originals, "original")} compared: {Count(FindingCount, "finding")}{(kinds.Length > 0 ? $" ({kinds})" : "")}.";
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
