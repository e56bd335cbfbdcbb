using System;
using System.Threading;
using Dams.Network.Nodes;

namespace Dams.Network.Sending;

/// <summary>Sends an instance again when the archive was lost.</summary>
internal sealed class SendAttempts(int retryCount, CancellationToken cancellation)
{
    public CancellationToken Cancellation => cancellation;

    /// <summary>Whether an error may be gone in a while.</summary>
    public static bool MayPass(DamsException error) => error.Id
        is nameof(NetworkErrors.ConnectionLost) or nameof(NetworkErrors.NobodyListens) or nameof(NetworkErrors.NodeSilent)
        or nameof(NetworkErrors.AssociationRejected);

    /// <summary>Sends until it went, or until there is no attempt left.</summary>
    /// <param name="close">Ends a connection that was lost.</param>
    /// <exception cref="DamsException">The last attempt failed, or one failed for good.</exception>
    public ulong Run(Func<ulong> send, Action close)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return send();
            }
            catch (DamsException e) when (attempt < retryCount && MayPass(e))
            {
                close();
                Backoff.Wait(attempt, cancellation);
            }
        }
    }
}
