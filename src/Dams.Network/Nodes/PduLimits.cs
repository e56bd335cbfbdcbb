namespace Dams.Network.Nodes;

/// <summary>Lengths of PDUs (PS3.8 section 9.3).</summary>
internal static class PduLimits
{
    /// <summary>Bytes of a P-DATA-TF PDU that this side offers to take, and the most that it sends.</summary>
    public const uint Offered = 256 * 1024;

    /// <summary>Bytes of a PDU of any kind beyond which the connection is closed; an association with 128 contexts stays far below.</summary>
    public const int Accepted = 1024 * 1024;
}
