using System.Net.Http.Headers;
using Dams.Network.Nodes;

namespace Dams.Network.Web;

/// <summary>How a DICOMweb service is spoken to.</summary>
internal sealed record WebOptions(DicomWebService Service) : ArchiveOptions
{
    public override DicomArchive Archive => Service;

    /// <summary>What proves who asks; null for nothing.</summary>
    public AuthenticationHeaderValue? Authorization { get; init; }

    /// <summary>How often a service that says that it is busy is asked again.</summary>
    public int RetryCount { get; init; } = 4;

    /// <summary>The service; what proves who asks is printed nowhere.</summary>
    public override string ToString() => Service.ToString();
}
