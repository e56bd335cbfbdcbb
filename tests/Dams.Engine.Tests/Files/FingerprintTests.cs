using System;
using System.Linq;
using System.Text;
using Dams.Files.Fingerprints;
using Xunit;

namespace Dams.Tests.Files;

/// <summary>The vectors come from the reference implementation, xxhsum -H3.</summary>
public sealed class FingerprintTests
{
    [Theory]
    [InlineData("", 0x2D06800538D394C2)]
    [InlineData("a", 0xE6C632B61E964E1F)]
    [InlineData("abc", 0x78AF5F94892F3950)]
    [InlineData("Muster^Erika 홍길동", 0xBB86F08110292647)]
    public void A_text_has_the_hash_of_its_UTF8_bytes(string text, ulong expected)
    {
        var fingerprint = new Fingerprint();
        fingerprint.Append(Encoding.UTF8.GetBytes(text));

        Assert.Equal(expected, Fingerprint.Compute(text));
        Assert.Equal(expected, fingerprint.Finish());
    }

    [Theory]
    [InlineData(1, 0xC44BDFF4074EECDB)]
    [InlineData(2, 0x50A0DC43C774EB84)]
    [InlineData(3, 0x3698B80191E625F9)]
    [InlineData(4, 0x2E4AC2F1C52157FC)]
    [InlineData(7, 0xD02B16C5070846F4)]
    [InlineData(8, 0x60E1BAA91347A1F2)]
    [InlineData(9, 0x9C88FC32C37B56CB)]
    [InlineData(11, 0x0DF3791DEEAC5500)]
    [InlineData(12, 0xEB6097C8C38B66CD)]
    [InlineData(15, 0x169C3D71D6FFC07E)]
    [InlineData(16, 0xF9FBD0260BA978DF)]
    [InlineData(17, 0xC56F339D36CC73D7)]
    [InlineData(31, 0xABAB7D470BA42771)]
    [InlineData(32, 0x7418FD090E5A8159)]
    [InlineData(33, 0xD80A3226002E02F8)]
    [InlineData(63, 0x61DD8B64CE25ABB4)]
    [InlineData(64, 0xEF5426B31747DB78)]
    [InlineData(65, 0xB98E2A2698771EC0)]
    [InlineData(96, 0x59D3B91AA4416FB9)]
    [InlineData(97, 0x3FEA7CC420F592C0)]
    [InlineData(100, 0x10C6F5EFF4F45481)]
    [InlineData(128, 0x31CCF8DEC850D035)]
    [InlineData(129, 0xC72AF4C6AC4DEA94)]
    [InlineData(143, 0x9FD13564B133DB3C)]
    [InlineData(144, 0x83DB3050F78B59EB)]
    [InlineData(239, 0x95C1000FAB028173)]
    [InlineData(240, 0xE315D53D5129EEDE)]
    [InlineData(241, 0x18773C512B008A63)]
    [InlineData(256, 0xCDD3578B9DF45E59)]
    [InlineData(257, 0xA230BBDFDDD68D70)]
    [InlineData(320, 0x4F1F2D1D0AF43F91)]
    [InlineData(321, 0xD716F338EE2A26FC)]
    [InlineData(511, 0xEFF72E0404535388)]
    [InlineData(512, 0x16ABF0502BA06BAA)]
    [InlineData(513, 0x49D329C94FD86863)]
    [InlineData(1000, 0x0DC54DA2182285F1)]
    [InlineData(1024, 0x5A1893EDFFA2577C)]
    [InlineData(1088, 0xD3EEBD69AB373526)]
    [InlineData(1089, 0x225DBDD9E1AF2B95)]
    [InlineData(2048, 0x1125CC0C79331FCB)]
    [InlineData(65536, 0x4337FBCE6C5DD9ED)]
    public void Bytes_of_any_number_have_the_hash_of_the_reference(int length, ulong expected)
    {
        var fingerprint = new Fingerprint();
        fingerprint.Append(Content(length));

        Assert.Equal(expected, fingerprint.Finish());
    }

    [Fact]
    public void How_the_bytes_come_does_not_matter()
    {
        var content = Content(700);
        for (var first = 0; first <= content.Length; first++)
        {
            for (var second = first; second <= content.Length; second += 7)
            {
                var fingerprint = new Fingerprint();
                fingerprint.Append(content.AsSpan(0, first));
                fingerprint.Append(content.AsSpan(first, second - first));
                fingerprint.Append(content.AsSpan(second));

                Assert.Equal(0x56F327562B7FE535ul, fingerprint.Finish());
            }
        }
    }

    [Fact]
    public void Bytes_may_come_one_by_one()
    {
        var fingerprint = new Fingerprint();
        foreach (var value in Content(1000))
            fingerprint.Append([value]);

        Assert.Equal(0x0DC54DA2182285F1ul, fingerprint.Finish());
    }

    [Fact]
    public void To_ask_for_the_hash_does_not_change_it()
    {
        var fingerprint = new Fingerprint();
        fingerprint.Append(Content(33));

        Assert.Equal(0xD80A3226002E02F8ul, fingerprint.Finish());
        Assert.Equal(0xD80A3226002E02F8ul, fingerprint.Finish());
    }

    private static byte[] Content(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)((i * 31) + (i >> 8)))];
}
