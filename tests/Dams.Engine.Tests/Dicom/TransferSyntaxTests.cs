using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

public sealed class TransferSyntaxTests
{
    [Theory]
    [InlineData("1.2.840.10008.1.2", false, false, false, false)]
    [InlineData("1.2.840.10008.1.2.1", false, true, false, false)]
    [InlineData("1.2.840.10008.1.2.1.98", false, true, true, false)]
    [InlineData("1.2.840.10008.1.2.1.99", false, true, false, true)]
    [InlineData("1.2.840.10008.1.2.2", true, true, false, false)]
    [InlineData("1.2.840.10008.1.2.4.50", false, true, true, false)]
    [InlineData("1.2.840.10008.1.2.4.90", false, true, true, false)]
    [InlineData("1.2.840.10008.1.2.5", false, true, true, false)]
    [InlineData("1.2.840.113619.5.2", false, true, false, false)]
    [InlineData("", false, true, false, false)]
    public void A_transfer_syntax_is_what_the_standard_says(
        string uid, bool isBigEndian, bool isExplicit, bool isEncapsulated, bool isDeflated) =>
        Assert.Equal(new TransferSyntax(uid, isBigEndian, isExplicit, isEncapsulated, isDeflated), TransferSyntax.FromUid(uid));

    [Fact]
    public void Every_transfer_syntax_of_the_standard_is_known()
    {
        var rows = StandardTables.Read("uids.tsv").Where(row => row["type"] == "Transfer Syntax" && row["endian"].Length > 0).ToArray();

        Assert.True(rows.Length > 50);
        Assert.All(rows, row => Assert.Equal(
            new TransferSyntax(row["uid"], row["endian"] == "big", row["explicit"] == "Y", row["encapsulated"] == "Y", row["deflated"] == "Y"),
            TransferSyntax.FromUid(row["uid"])));
    }
}
