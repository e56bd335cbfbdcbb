using System.Collections.Generic;

namespace Dams.Cleaning;

/// <summary>A part of a text that identifies.</summary>
/// <param name="Start">The index of its first character.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Replacement">What to write in its place; null to take it out.</param>
internal readonly record struct Finding(int Start, int Length, FindingKind Kind, string? Replacement = null)
{
    public int End => Start + Length;
}

/// <summary>Finds one kind of identifying parts in texts.</summary>
internal interface IDetector
{
    /// <summary>The parts that identify, in any order.</summary>
    IEnumerable<Finding> Find(TokenizedText text);
}
