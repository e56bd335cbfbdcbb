using System;

namespace Dams.Profiles;

/// <summary>
/// What is done with an attribute: the actions of PS3.15 table E.1-1a, of which the table may print several for the
/// attribute's type to choose from, and those that only a recipe names.
/// </summary>
[Flags]
internal enum RuleAction : byte
{
    /// <summary>Nothing is said.</summary>
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

    /// <summary>Move a date by the days of the patient.</summary>
    Shift = 64,

    /// <summary>Replace with characters that the key makes of the value: the same for the same value.</summary>
    Hash = 128,
}
