using Dams.Dicom.Reading;

namespace Dams.Network.Sending;

/// <summary>An instance that can be sent: what the network needs to know of its file before it is opened again.</summary>
/// <param name="Source">Where it is.</param>
/// <param name="SOPClassUID">(0008,0016) at the root.</param>
/// <param name="SOPInstanceUID">(0008,0018) at the root.</param>
/// <param name="Syntax">How its dataset is encoded.</param>
/// <param name="First">The first element that is sent; what follows it is sent as it stands.</param>
/// <param name="End">Bytes from the start of the file to the end of the dataset.</param>
/// <param name="Length">Bytes of the file.</param>
internal sealed record StoredInstance(
    SourceFile Source, string SOPClassUID, string SOPInstanceUID, TransferSyntax Syntax, Element First, long End, long Length)
{
    public string SeriesInstanceUID { get; init; } = "";

    /// <summary>Whether the file begins as PS3.10 has it: with a preamble and file meta information.</summary>
    public bool HasPrefix { get; init; }
}
