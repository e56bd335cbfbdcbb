using System;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>What some readers find behind bytes that are no elements, or in front of the dataset.</summary>
public sealed class UnreadBytesTests
{
    private static readonly byte[] Name = [0x10, 0, 0x10, 0, (byte)'P', (byte)'N', 12, 0, .. "Muster^Erika"u8];

    [Theory]
    [CoversError("UnreadBytes")]
    [InlineData("0000000000000000")]
    [InlineData("00000000554C040000000000")]
    [InlineData("FFFFFFFF4F42000000000000")]
    [InlineData("1000000000000400000000000000")]
    [InlineData("100000003F3F040000000000")]
    [InlineData("FEFF000000000000")]
    public void Encode_leaves_no_name_behind_pixel_data_and_zeros_or_half_a_header(string between)
    {
        byte[] source = [.. WithPixels(), .. Convert.FromHexString(between), .. Name];

        string? leaked = null;
        try
        {
            var output = Deidentified.Bytes(source, Deidentified.Encode);
            leaked = output.AsSpan().IndexOf("Muster^Erika"u8) >= 0 ? "the name is in the output" : null;
        }
        catch (DamsException e)
        {
            Assert.Equal(("UnreadBytes", ErrorScope.File), (e.Id, e.Scope));
        }

        Assert.Null(leaked);
        Assert.True(Deidentified.Bytes(source).AsSpan().IndexOf("Muster^Erika"u8) < 0);
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Encode")]
    public void A_dataset_behind_pixel_data_and_zeros_is_not_dropped(string profile)
    {
        var whole = new InstanceBuilder().Build();
        var reading = FileReading.Parse(whole);
        byte[] pixels = [0xE0, 0x7F, 0x10, 0, (byte)'O', (byte)'W', 0, 0, 4, 0, 0, 0, 1, 2, 3, 4];
        byte[] source = [.. whole[..reading.DatasetStart], .. pixels, .. new byte[8], .. whole[reading.DatasetStart..]];

        var error = Assert.Throws<DamsException>(() => Deidentified.Bytes(source, Deidentified.Profile(profile)));

        Assert.Equal("UnreadBytes", error.Id);
    }

    [Fact]
    public void Bytes_of_another_program_behind_the_dataset_stay_in_Encode_and_go_in_Basic()
    {
        byte[] tail = [.. "written by another program"u8];
        byte[] source = [.. WithPixels(), .. tail];

        Assert.True(Deidentified.Bytes(source, Deidentified.Encode).AsSpan().EndsWith(tail));
        Assert.True(Deidentified.Bytes(source).AsSpan().IndexOf(tail) < 0);
    }

    [Fact]
    public void Encode_leaves_no_name_in_front_of_the_dataset()
    {
        var whole = new InstanceBuilder().Build();
        var start = FileReading.Parse(whole).DatasetStart;
        byte[] stray = [2, 0, 0x16, 0, (byte)'L', (byte)'O', (byte)Name.Length, 0, .. Name];
        byte[] source = [.. whole[..start], .. stray, .. whole[start..]];

        var error = Assert.Throws<DamsException>(() => Deidentified.Bytes(source, Deidentified.Encode));

        Assert.Equal("UnreadBytes", error.Id);
        Assert.True(Deidentified.Bytes(source).AsSpan().IndexOf("Muster^Erika"u8) < 0);
    }

    private static byte[] WithPixels() =>
        new InstanceBuilder().Add("PixelData", dataset => dataset.Bytes("PixelData", [1, 2, 3, 4], "OW")).Build();
}
