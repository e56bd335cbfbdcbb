namespace Dams.Core;

/// <summary>Why an error may pass by itself, so that it is worth trying again.</summary>
internal enum RetryReason
{
    /// <summary>It does not pass by itself.</summary>
    None,

    /// <summary>Another program holds a file.</summary>
    Locked,

    /// <summary>The disk or the share does not answer.</summary>
    Unreachable,
}
