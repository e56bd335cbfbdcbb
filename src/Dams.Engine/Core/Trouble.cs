namespace Dams.Core;

/// <summary>What may pass by itself.</summary>
internal enum Trouble
{
    /// <summary>It stays as it is until somebody does something.</summary>
    Lasting,

    /// <summary>Another program holds a file.</summary>
    Locked,

    /// <summary>The disk or the share does not answer.</summary>
    Unreachable,
}
