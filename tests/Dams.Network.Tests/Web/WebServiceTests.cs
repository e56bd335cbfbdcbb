using System;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Network.Tests.Web;

/// <summary>The address of a service.</summary>
public sealed class WebServiceTests
{
    [Theory]
    [InlineData("https://pacs.example/dicom-web/", "https://pacs.example/dicom-web")]
    [InlineData("https://pacs.example:8443", "https://pacs.example:8443")]
    [InlineData("http://127.0.0.1:8042/dicom-web", "http://127.0.0.1:8042/dicom-web")]
    [InlineData("http://[::1]:8042/", "http://[::1]:8042")]
    public void An_address_is_taken_as_it_is_written(string address, string expected) =>
        Assert.Equal(expected, DicomWebService.Check(new Uri(address), allowsUnencrypted: false).ToString());

    [Theory]
    [InlineData("https://user:secret@pacs.example/dicom-web")]
    [InlineData("https://pacs.example/dicom-web?PatientID=4711")]
    [InlineData("https://pacs.example/#x")]
    [InlineData("ftp://pacs.example/")]
    [InlineData("dicom-web")]
    [CoversError("UnusableUri")]
    public void What_is_no_address_of_a_service_is_refused_and_not_repeated(string address)
    {
        var error = Assert.Throws<DamsException>(() => DicomWebService.Check(new Uri(address, UriKind.RelativeOrAbsolute), allowsUnencrypted: true));

        Assert.Equal("UnusableUri", error.Id);
        Assert.DoesNotContain("4711", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [CoversError("UnencryptedUri")]
    public void Without_TLS_another_machine_is_spoken_to_only_if_it_is_allowed()
    {
        var address = new Uri("http://pacs.example/dicom-web");

        Assert.Equal("UnencryptedUri", Assert.Throws<DamsException>(() => DicomWebService.Check(address, allowsUnencrypted: false)).Id);
        Assert.Equal("http://pacs.example/dicom-web", DicomWebService.Check(address, allowsUnencrypted: true).ToString());
    }
}
