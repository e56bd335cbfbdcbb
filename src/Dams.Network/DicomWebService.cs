using System;

namespace Dams.Network;

/// <summary>An archive that speaks DICOMweb (PS3.18): the address below which its services are.</summary>
/// <param name="Root">What stands before <c>/studies</c>.</param>
public sealed record DicomWebService(Uri Root) : DicomArchive
{
    /// <summary>Takes an address such as <c>https://pacs.example/dicom-web</c>.</summary>
    /// <param name="allowsUnencrypted">Whether it may be one without TLS that leads to another machine.</param>
    /// <exception cref="DamsException">It cannot be used.</exception>
    public static DicomWebService Check(Uri address, bool allowsUnencrypted)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https")
            || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw NetworkErrors.UnusableUri();
        }
        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && !allowsUnencrypted)
            throw NetworkErrors.UnencryptedUri();
        return new DicomWebService(new Uri(address.AbsoluteUri.TrimEnd('/') + "/"));
    }

    /// <summary>The address.</summary>
    public override string ToString() => Root.AbsoluteUri.TrimEnd('/');
}
