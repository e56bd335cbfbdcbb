namespace Dams.Network.Nodes;

/// <summary>How a node is spoken to.</summary>
/// <param name="CallingAETitle">The title by which this side calls.</param>
internal sealed record ConnectionOptions(DicomNode Node, string CallingAETitle) : ArchiveOptions
{
    /// <summary>The title by which Dams calls where none is given.</summary>
    public const string DefaultTitle = "DAMS";

    public override DicomArchive Archive => Node;
}
