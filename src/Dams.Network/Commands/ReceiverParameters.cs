using System.Collections.Generic;
using System.Linq;
using Dams.Network.Receiving;

namespace Dams.Network.Commands;

/// <summary>What is the same of every receiver that a cmdlet starts.</summary>
internal static class ReceiverParameters
{
    /// <summary>Those of this machine alone, where no address is given.</summary>
    public static readonly string[] Loopback = ["127.0.0.1"];

    public const long MinimumFreeBytes = 1L << 30;

    public static ReceiverOptions Read(
        string folder, string aeTitle, int port, IEnumerable<string> titles, IEnumerable<string> addresses) => new(
            folder,
            DicomNode.CheckTitle(aeTitle),
            port,
            [.. titles.Select(title => title == "*" ? title : DicomNode.CheckTitle(title))],
            AddressList.Parse(addresses));
}
