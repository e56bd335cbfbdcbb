using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace Dams.Network.Receiving;

/// <summary>The addresses and networks from which connections are taken.</summary>
internal sealed class AddressList
{
    private readonly IPNetwork[] _networks;

    private AddressList(IPNetwork[] networks) => _networks = networks;

    /// <exception cref="DamsException">One is neither an address nor a network.</exception>
    public static AddressList Parse(IEnumerable<string> texts) => new([.. texts.Select(Parse)]);

    public bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Array.Exists(_networks, network => network.Contains(plain));
    }

    private static IPNetwork Parse(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw NetworkErrors.UnusableAddress();
}
