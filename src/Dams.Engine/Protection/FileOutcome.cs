using System.Collections.Generic;

namespace Dams.Protection;

/// <summary>The result of protecting one file.</summary>
/// <param name="Index">Which file of its series it is.</param>
/// <param name="Path">Where the output is; null where there is none.</param>
/// <param name="Length">Bytes of the source.</param>
/// <param name="Error">Why there is no output; null where there is one.</param>
internal sealed record FileOutcome(SeriesJob Job, int Index, string? Path, long Length, DamsException? Error)
{
    /// <summary>Whether text may be burned into it.</summary>
    public BurnedInText BurnedInText { get; init; }

    /// <summary>Why it may.</summary>
    public BurnedInReasons BurnedInReasons { get; init; }

    /// <summary>Whether a digital signature in it no longer fits.</summary>
    public bool BreaksSignature { get; init; }

    /// <summary>The attributes of which a cleaned text was shortened.</summary>
    public IEnumerable<Tag> Shortened { get; init; } = [];

    /// <summary>Whether the run has written the output of another file with the same bytes already.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>Whether an earlier run had written it already.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>Whether the name that it keeps, or one of its folders', holds a value of its patient.</summary>
    public bool HasIdentifyingName { get; init; }

    /// <summary>Whether another file of the run has its SOP Instance UID and other bytes.</summary>
    public bool SharesInstanceUid { get; init; }
}
