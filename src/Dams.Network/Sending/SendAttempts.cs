using System;
using System.Threading;

namespace Dams.Network.Sending;

/// <summary>How often an instance is sent again when the archive was lost: after 1, 2, 4, 8, ... seconds.</summary>
internal sealed class SendAttempts(int retryCount, CancellationToken cancellation)
{
    private const int LongestWait = 60;

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
                cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(Math.Min(1 << Math.Min(attempt, 6), LongestWait)));
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }
}
