using System.Net.Http.Headers;
using Dams.Network.Nodes;

namespace Dams.Network.Web;

/// <summary>How a DICOMweb service is spoken to.</summary>
internal sealed record WebOptions(DicomWebService Service) : ArchiveOptions
{
    public override DicomArchive Archive => Service;

    /// <summary>What proves who asks; null for nothing.</summary>
    public AuthenticationHeaderValue? Authorization { get; init; }

    /// <summary>The service; what proves who asks is printed nowhere.</summary>
    public override string ToString() => Service.ToString();
}
