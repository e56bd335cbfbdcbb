using Dams.Network.Nodes;

namespace Dams.Network.Sending;

/// <summary>How instances are sent.</summary>
/// <param name="Connection">To whom.</param>
internal sealed record SendOptions(ArchiveOptions Connection)
{
    /// <summary>Whether what does not show that Dams protected it is sent too.</summary>
    public bool AllowIdentified { get; init; }
}
