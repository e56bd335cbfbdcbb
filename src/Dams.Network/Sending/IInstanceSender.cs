using System;

namespace Dams.Network.Sending;

/// <summary>Sends instances to an archive, one after the other.</summary>
internal interface IInstanceSender : IDisposable
{
    /// <summary>Sends an instance.</summary>
    /// <returns>The fingerprint of what the archive confirmed that it stored.</returns>
    /// <exception cref="DamsException">It did not; or it was lost (<see cref="ErrorScope.Configuration"/>) and stayed so.</exception>
    ulong Send(StoredInstance instance);
}
