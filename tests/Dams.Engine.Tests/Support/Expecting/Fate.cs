namespace Dams.Tests.Support.Expecting;

/// <summary>What is to become of an element.</summary>
internal enum Fate
{
    /// <summary>It leaves with the bytes it came with.</summary>
    Same,

    /// <summary>It is a sequence of which each element has a fate of its own.</summary>
    Inside,

    /// <summary>It is gone.</summary>
    Gone,

    /// <summary>It has no value any more.</summary>
    Empty,

    /// <summary>It has another value, one that its value representation allows.</summary>
    Dummy,

    /// <summary>Its UIDs are others.</summary>
    Mapped,

    /// <summary>It holds a value of the pseudonym.</summary>
    Pseudonym,

    /// <summary>It counts the bytes of its group.</summary>
    GroupLength,
}
