using System.Globalization;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Dams.Tests.Support;

/// <summary>A key that is no secret, and what follows from it, computed here a second time.</summary>
internal static class TestKey
{
    public static readonly byte[] Bytes = [.. Enumerable.Range(1, ProtectionKey.Length).Select(i => (byte)(7 * i))];

    public static ProtectionKey Key { get; } = Load(Bytes);

    /// <summary>Reads a key with these bytes.</summary>
    public static ProtectionKey Load(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        return ProtectionKey.Read(folder.Write("test.key", bytes));
    }

    /// <summary>Writes the key to a folder.</summary>
    /// <returns>Its path.</returns>
    public static string WriteTo(TemporaryFolder folder) => folder.Write(Path.Combine("private", "test.key"), Bytes);

    /// <summary>The UID that a UID becomes: the first 128 bits of HMAC-SHA-256, in its own domain, in the form of a UUID of version 8.</summary>
    public static string NewUid(string uid)
    {
        var bytes = HMACSHA256.HashData(Bytes, Encoding.ASCII.GetBytes("uid\0" + uid))[..16];
        bytes[6] = (byte)(0x80 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return "2.25." + new BigInteger(bytes, isUnsigned: true, isBigEndian: true).ToString(CultureInfo.InvariantCulture);
    }
}
