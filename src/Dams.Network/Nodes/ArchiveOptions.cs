using System;

namespace Dams.Network.Nodes;

/// <summary>How an archive is spoken to, whatever it speaks.</summary>
internal abstract record ArchiveOptions
{
    public abstract DicomArchive Archive { get; }

    /// <summary>How long to wait for the connection and for each answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often an archive that was lost or is busy is tried again.</summary>
    public int RetryCount { get; init; } = 4;

    public TlsOptions Tls { get; init; } = TlsOptions.None;
}
