using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Text;
using Dams.Dicom.Dictionary;

namespace Dams.Subjects;

/// <summary>
/// New UIDs for old ones: <c>2.25.</c> and an integer of 128 bits in the form of a UUID (PS3.5 section B.2), made of
/// HMAC-SHA-256 of the word <c>uid</c>, a zero byte and the old UID: no other use of the key makes the same message. The same old UID and key give the same new one everywhere.
/// </summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class UidMap
{
    private const int MaximumRemembered = 10_000;

    private readonly ProtectionKey _key;
    private readonly Dictionary<string, string> _known = new();

    public UidMap(ProtectionKey key) => _key = key;

    /// <summary>The new UID; a UID that the standard registers, and an empty one, as it is.</summary>
    public string Map(string uid)
    {
        if (uid.Length == 0 || RegisteredUids.Contains(uid))
            return uid;
        if (_known.TryGetValue(uid, out var known))
            return known;
        var mapped = CreateUid(_key.Derive(Encoding.UTF8.GetBytes("uid\0" + uid)));
        if (_known.Count == MaximumRemembered)
            _known.Clear();
        _known.Add(uid, mapped);
        return mapped;
    }

    /// <summary>A UID from at least 16 bytes: those of a UUID of version 8, custom (RFC 9562 section 5.8).</summary>
    public static string CreateUid(byte[] bytes)
    {
        // BigInteger wants the lowest byte first and a zero last to be positive.
        var number = new byte[17];
        for (var i = 0; i < 16; i++)
            number[15 - i] = bytes[i];
        number[15 - 6] = (byte)((number[15 - 6] & 0x0F) | 0x80);
        number[15 - 8] = (byte)((number[15 - 8] & 0x3F) | 0x80);
        return "2.25." + new BigInteger(number).ToString(CultureInfo.InvariantCulture);
    }
}
