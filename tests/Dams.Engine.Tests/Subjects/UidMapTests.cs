using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Dams.Subjects;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Subjects;

public sealed class UidMapTests
{
    private static readonly string[] Uids =
    [
        "1.2.3.4", "1.2.276.0.7230010.3.1.4.8323329.12345.1710000000.123456", "2.25.329800735698586629295641978511506172918",
        "1.3.12.2.1107.5.1.4.73491.30000024031106380012300012345", "1.2.840.10008", "1.2.840.100080.1", "0.0",
    ];

    [Fact]
    public void A_new_UID_is_the_HMAC_of_the_old_one_in_the_form_of_a_UUID()
    {
        var map = new UidMap(TestKey.Key);

        Assert.All(Uids, uid => Assert.Equal(TestKey.NewUid(uid), map.Map(uid)));
    }

    [Fact]
    public void Nobody_finds_the_bytes_of_another_derivation_by_giving_its_message_as_a_UID()
    {
        const string message = "date shift\0SUBJ-1";

        Assert.NotEqual(
            UidMap.CreateUid(TestKey.Key.Derive(System.Text.Encoding.UTF8.GetBytes(message))), new UidMap(TestKey.Key).Map(message));
    }

    [Fact]
    public void A_new_UID_is_a_UUID_of_version_8_below_2_25()
    {
        var map = new UidMap(TestKey.Key);
        for (var i = 0; i < 500; i++)
        {
            var uid = map.Map($"1.2.3.{i}");

            Assert.StartsWith("2.25.", uid, StringComparison.Ordinal);
            Assert.True(uid.Length <= 44);
            var number = BigInteger.Parse(uid["2.25.".Length..], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal($"2.25.{number}", uid);
            Assert.Equal(8, (int)(number >> 76 & 0xF));
            Assert.Equal(2, (int)(number >> 62 & 0x3));
        }
    }

    [Fact]
    public void Two_maps_with_one_key_agree_and_with_two_keys_do_not()
    {
        var other = new UidMap(TestKey.Load([.. TestKey.Bytes.Reverse()]));

        Assert.Equal(new UidMap(TestKey.Key).Map("1.2.3"), new UidMap(TestKey.Key).Map("1.2.3"));
        Assert.NotEqual(new UidMap(TestKey.Key).Map("1.2.3"), other.Map("1.2.3"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.2.840.10008.1.2.1")]
    [InlineData("1.2.840.10008.5.1.4.1.1.2")]
    [InlineData("1.2.840.10008.6.1.77")]
    public void A_UID_of_the_standard_and_none_at_all_stay(string uid) =>
        Assert.Equal(uid, new UidMap(TestKey.Key).Map(uid));

    [Fact]
    public void Many_UIDs_are_mapped_one_to_one_and_the_same_again_after_the_memory_was_cleared()
    {
        var map = new UidMap(TestKey.Key);
        var first = Enumerable.Range(0, 25_000).Select(i => map.Map($"1.2.{i}")).ToArray();

        Assert.Equal(first.Length, new HashSet<string>(first).Count);
        Assert.Equal(first[0], map.Map("1.2.0"));
        Assert.Equal(first[^1], map.Map("1.2.24999"));
    }
}
