using System;

namespace Dams.Network.Nodes;

/// <summary>How a node is spoken to.</summary>
/// <param name="CallingAETitle">The title by which this side calls.</param>
internal sealed record ConnectionOptions(DicomNode Node, string CallingAETitle)
{
    /// <summary>The title by which Dams calls where none is given.</summary>
    public const string DefaultTitle = "DAMS";

    /// <summary>How long to wait for each answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    public TlsOptions Tls { get; init; } = TlsOptions.None;
}
