using System;
using System.Collections.Generic;
using Dams.Network.Nodes;

namespace Dams.Network.Receiving;

/// <summary>How and from whom instances are received.</summary>
/// <param name="Folder">Where they are stored; for its owner alone.</param>
/// <param name="AETitle">The title by which this side is called.</param>
/// <param name="Port">The port to listen at.</param>
/// <param name="CallingAETitles">The titles that may call; <c>*</c> stands for any.</param>
/// <param name="Addresses">The addresses from which they may.</param>
internal sealed record ReceiverOptions(
    string Folder, string AETitle, int Port, IReadOnlyCollection<string> CallingAETitles, AddressList Addresses)
{
    /// <summary>Associations at one time; another is rejected.</summary>
    public int MaximumAssociations { get; init; } = 16;

    /// <summary>How long a connection may say nothing before it is closed.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Bytes that stay free on the disk: below them nothing is stored.</summary>
    public long MinimumFreeBytes { get; init; } = 1L << 30;

    /// <summary>How long nothing must have come of a series, and no association that brought some of it be open, for it to be complete.</summary>
    public TimeSpan QuietTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The certificates; null where connections are not over TLS.</summary>
    public TlsOptions? Tls { get; init; }
}
