using System;
using System.Linq;
using System.Text;
using Dams.Dicom.Rewriting;
using Xunit;

namespace Dams.Tests.Dicom.Rewriting;

/// <summary>The vectors come from the reference implementation of xxHash, with seed 0.</summary>
public sealed class FingerprintTests
{
    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    [InlineData("Muster^Erika 홍길동", 0x5694E9762A6BE231)]
    public void A_text_has_the_hash_of_its_UTF8_bytes(string text, ulong expected)
    {
        var fingerprint = new Fingerprint();
        fingerprint.Append(Encoding.UTF8.GetBytes(text));

        Assert.Equal(expected, Fingerprint.Of(text));
        Assert.Equal(expected, fingerprint.Finish());
    }

    [Theory]
    [InlineData(1, 0xE934A84ADB052768)]
    [InlineData(3, 0xE5D2BE4AE4B3469A)]
    [InlineData(4, 0x3B4D7F7C6BD1AE90)]
    [InlineData(7, 0xF952F1901A5AFC9B)]
    [InlineData(8, 0x506834122CB7B4D0)]
    [InlineData(11, 0xE01F95A6A71DB1A7)]
    [InlineData(12, 0xE02E21ACF6BE1370)]
    [InlineData(15, 0xEBBD222D9941BF49)]
    [InlineData(16, 0xE20AC46C35C498DA)]
    [InlineData(31, 0xF9C815C599CBB32D)]
    [InlineData(32, 0xBA7BAFD4734262DD)]
    [InlineData(33, 0x791CBE857E7FA007)]
    [InlineData(39, 0x477CF10BC4C17FAC)]
    [InlineData(40, 0x42D6B08C34E7AAB4)]
    [InlineData(63, 0xCC8B2A542E4A451E)]
    [InlineData(64, 0xD14BF0119FD250A1)]
    [InlineData(65, 0xF514ECCCAEDA9B5F)]
    [InlineData(100, 0x2BDDAAD0EE8A2178)]
    [InlineData(1000, 0xD40ACA60BCF45C1E)]
    [InlineData(65536, 0xCC02BFEA678CBC3A)]
    public void Bytes_of_any_number_have_the_hash_of_the_reference(int length, ulong expected)
    {
        var fingerprint = new Fingerprint();
        fingerprint.Append(Content(length));

        Assert.Equal(expected, fingerprint.Finish());
    }

    [Fact]
    public void How_the_bytes_come_does_not_matter()
    {
        var content = Content(100);
        for (var first = 0; first <= content.Length; first++)
        {
            for (var second = first; second <= content.Length; second += 7)
            {
                var fingerprint = new Fingerprint();
                fingerprint.Append(content.AsSpan(0, first));
                fingerprint.Append(content.AsSpan(first, second - first));
                fingerprint.Append(content.AsSpan(second));

                Assert.Equal(0x2BDDAAD0EE8A2178ul, fingerprint.Finish());
            }
        }
    }

    [Fact]
    public void Bytes_may_come_one_by_one()
    {
        var fingerprint = new Fingerprint();
        foreach (var value in Content(1000))
            fingerprint.Append([value]);

        Assert.Equal(0xD40ACA60BCF45C1Eul, fingerprint.Finish());
    }

    [Fact]
    public void To_ask_for_the_hash_does_not_change_it()
    {
        var fingerprint = new Fingerprint();
        fingerprint.Append(Content(33));

        Assert.Equal(0x791CBE857E7FA007ul, fingerprint.Finish());
        Assert.Equal(0x791CBE857E7FA007ul, fingerprint.Finish());
    }

    private static byte[] Content(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)((i * 31) + (i >> 8)))];
}
