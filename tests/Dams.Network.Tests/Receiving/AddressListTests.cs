using System.Net;
using Dams.Network.Receiving;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Network.Tests.Receiving;

/// <summary>Which addresses may call.</summary>
public sealed class AddressListTests
{
    [Theory]
    [InlineData("10.1.2.3", "10.1.2.3", true)]
    [InlineData("10.1.0.0/16", "10.1.200.9", true)]
    [InlineData("10.1.0.0/16", "10.2.0.1", false)]
    [InlineData("::1", "::1", true)]
    [InlineData("127.0.0.1", "::ffff:127.0.0.1", true)]
    public void Addresses_and_networks_let_in_whom_they_name(string allowed, string address, bool isIn) =>
        Assert.Equal(isIn, AddressList.Parse([allowed]).Contains(IPAddress.Parse(address)));

    [Fact]
    [CoversError("UnusableAddress")]
    public void A_name_is_no_address() =>
        Assert.Equal("UnusableAddress", Assert.Throws<DamsException>(() => AddressList.Parse(["pacs.example"])).Id);
}
