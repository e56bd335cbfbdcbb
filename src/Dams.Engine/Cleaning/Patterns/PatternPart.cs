using System.Collections.Generic;

namespace Dams.Cleaning.Patterns;

/// <summary>A part of a regular expression, as far as it says which characters may follow each other.</summary>
internal abstract record PatternPart
{
    /// <summary>What takes no character: an anchor, a look around.</summary>
    public static readonly PatternPart Nothing = new Sequence([]);

    /// <summary>One character.</summary>
    /// <param name="Atom">The number of the literal or class in <see cref="PatternAtoms"/>.</param>
    public sealed record Character(int Atom) : PatternPart;

    /// <summary>Parts one behind the other.</summary>
    public sealed record Sequence(IReadOnlyList<PatternPart> Parts) : PatternPart;

    /// <summary>One of some parts.</summary>
    public sealed record Choice(IReadOnlyList<PatternPart> Parts) : PatternPart;

    /// <summary>What has to follow, and is no part of the match.</summary>
    public sealed record Ahead(PatternPart Part) : PatternPart;

    /// <summary>A part several times.</summary>
    /// <param name="Most">-1 for any number.</param>
    public sealed record Repetition(PatternPart Part, int Fewest, int Most) : PatternPart;
}
