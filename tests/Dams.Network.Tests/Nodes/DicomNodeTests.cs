using Dams.Tests.Support;
using Xunit;

namespace Dams.Network.Tests.Nodes;

public sealed class DicomNodeTests
{
    [Theory]
    [InlineData("ARCHIVE@pacs.example:104", "ARCHIVE", "pacs.example", 104, false)]
    [InlineData("dicom-tls://MY PACS@10.1.2.3:2762", "MY PACS", "10.1.2.3", 2762, true)]
    [InlineData("A@[::1]:11112", "A", "::1", 11112, false)]
    [InlineData("A@B@host:104", "A@B", "host", 104, false)]
    public void A_node_is_read_as_it_is_written(string text, string title, string host, int port, bool usesTls)
    {
        var node = DicomNode.Parse(text);

        Assert.Equal(new DicomNode(title, host, port, usesTls), node);
        Assert.Equal(text, node.ToString());
    }

    [Theory]
    [InlineData("pacs.example:104")]
    [InlineData("ARCHIVE@pacs.example")]
    [InlineData("ARCHIVE@pacs.example:0")]
    [InlineData("ARCHIVE@pacs.example:65536")]
    [InlineData("ARCHIVE@:104")]
    [InlineData("@pacs.example:104")]
    [CoversError("UnusableNode")]
    public void What_is_no_node_is_refused(string text) =>
        Assert.Equal("UnusableNode", Assert.Throws<DamsException>(() => DicomNode.Parse(text)).Id);

    [Theory]
    [InlineData("SEVENTEEN_LETTERS@host:104")]
    [InlineData("BACK\\SLASH@host:104")]
    [InlineData("ÄRZTE@host:104")]
    [InlineData("  @host:104")]
    [CoversError("UnusableAETitle")]
    public void What_is_no_AE_title_is_refused(string text) =>
        Assert.Equal("UnusableAETitle", Assert.Throws<DamsException>(() => DicomNode.Parse(text)).Id);
}
