using Dams.Network.Nodes;

namespace Dams.Network.Sending;

/// <summary>How instances are sent.</summary>
/// <param name="Connection">To whom.</param>
internal sealed record SendOptions(ArchiveOptions Connection)
{
    /// <summary>Whether what does not show that Dams protected it is sent too.</summary>
    public bool AllowIdentified { get; init; }

    /// <summary>How often a lost connection is opened again, after 1, 2, 4, 8, ... seconds.</summary>
    public int RetryCount { get; init; } = 4;
}
