using System;

namespace Dams.Profiles;

/// <summary>
/// What table E.1-1 of PS3.15 prints for an attribute: one action, or several of which the attribute's type in the
/// instance chooses one.
/// </summary>
[Flags]
internal enum BasicAction : byte
{
    /// <summary>No letter: the attribute is kept.</summary>
    None = 0,

    /// <summary>X: remove.</summary>
    Remove = 1,

    /// <summary>Z: replace with a value of no length.</summary>
    Empty = 2,

    /// <summary>D: replace with a dummy value.</summary>
    Dummy = 4,

    /// <summary>U: replace with a UID that is the same wherever it stands.</summary>
    MapUid = 8,

    /// <summary>K: keep; a sequence is cleaned inside.</summary>
    Keep = 16,

    /// <summary>C: replace with a value of like meaning that identifies nobody.</summary>
    Clean = 32,
}
