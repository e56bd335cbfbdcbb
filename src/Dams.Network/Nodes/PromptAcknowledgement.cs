using System;
using System.IO;
using System.Net.Sockets;

namespace Dams.Network.Nodes;

/// <summary>
/// Has the system acknowledge at once what comes over a connection. Most nodes write a message in two pieces and leave Nagle's
/// algorithm on (RFC 1122 section 4.2.3.4): the second piece waits until the first is acknowledged, which the system puts off for
/// some 40 milliseconds since more may come; and each slice has its answer.
/// </summary>
/// <remarks>It is faster with it, and as right without it: where a system cannot, nothing is said.</remarks>
internal sealed class PromptAcknowledgement
{
    // Linux: linux/tcp.h. Windows: mstcpip.h, SIO_TCP_SET_ACK_FREQUENCY.
    private const int TcpLevel = 6, QuickAck = 12;
    private const int SetAckFrequency = unchecked((int)0x98000017);

    private static readonly byte[] One = BitConverter.GetBytes(1);

    private readonly Socket? _socket;

    /// <param name="connection">The connection itself, without TLS.</param>
    public PromptAcknowledgement(Stream connection)
    {
        _socket = (connection as NetworkStream)?.Socket;
        if (OperatingSystem.IsWindows())
            Try(socket => socket.IOControl(SetAckFrequency, One, null));
    }

    /// <summary>Some of what came was read: what is outstanding is acknowledged, and what comes next will be.</summary>
    public void Renew()
    {
        // Linux forgets it as soon as it takes the connection for a conversation.
        if (OperatingSystem.IsLinux())
            Try(socket => socket.SetRawSocketOption(TcpLevel, QuickAck, One));
    }

    private void Try(Action<Socket> set)
    {
        try
        {
            if (_socket is not null)
                set(_socket);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or PlatformNotSupportedException)
        {
            // The next read tells what is wrong with the connection, if anything is.
        }
    }
}
