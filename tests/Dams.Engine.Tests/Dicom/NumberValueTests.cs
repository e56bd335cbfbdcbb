using System;
using System.Globalization;
using System.Linq;
using Dams.Dicom.Reading;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

/// <summary>Values that are binary numbers, in both byte orders.</summary>
public sealed class NumberValueTests
{
    [Theory]
    [InlineData("US", 2, "0100FFFF", "1 65535")]
    [InlineData("SS", 2, "0100FFFF0080", "1 -1 -32768")]
    [InlineData("OW", 2, "01000002", "1 512")]
    [InlineData("UL", 4, "01000000FFFFFFFF", "1 4294967295")]
    [InlineData("SL", 4, "FFFFFFFF00000080", "-1 -2147483648")]
    [InlineData("OL", 4, "04030201", "16909060")]
    [InlineData("FL", 4, "0000C03F000020C1", "1.5 -10")]
    [InlineData("OF", 4, "0000807F0000C0FF", "Infinity NaN")]
    [InlineData("FD", 8, "000000000000F83F", "1.5")]
    [InlineData("OD", 8, "000000000000F8BF000000000000F83F", "-1.5 1.5")]
    [InlineData("SV", 8, "FFFFFFFFFFFFFFFF0000000000000080", "-1 -9223372036854775808")]
    [InlineData("UV", 8, "FFFFFFFFFFFFFFFF", "18446744073709551615")]
    [InlineData("OV", 8, "0807060504030201", "72623859790382856")]
    public void Numbers_read_the_same_in_both_byte_orders(string vr, int wordSize, string littleEndian, string expected)
    {
        var bytes = Convert.FromHexString(littleEndian);
        using var little = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset.Text("Modality", "CT").Bytes("0009,1001", bytes, vr));
        using var big = new OpenedFile(Syntax.ExplicitBig, dataset => dataset
            .Text("Modality", "CT").Bytes("0009,1001", Swap(bytes, wordSize), vr));

        Assert.Equal(expected, NumbersOf(little, 1));
        Assert.Equal(expected, NumbersOf(big, 1));
    }

    [Fact]
    public void An_implicit_element_is_a_number_where_the_dictionary_says_so()
    {
        using var file = new OpenedFile(Syntax.ImplicitLittle, dataset => dataset
            .Bytes("EventElapsedTimes", [0, 0, 0xC0, 0x3F]).Bytes("Rows", [0, 2]));

        Assert.Equal("512", NumbersOf(file, 1));
    }

    [Fact]
    public void A_value_called_unknown_is_a_number_where_the_dictionary_says_so()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset.Text("Modality", "CT").Bytes("Rows", [0, 2], "UN"));

        Assert.Equal("512", NumbersOf(file, 1));
        Assert.Equal(Vr.US, ValueReader.VrOf(file.Dataset[1]));
    }

    [Theory]
    [InlineData("OB")]
    [InlineData("UN")]
    [InlineData("LO")]
    [InlineData("DS")]
    public void Bytes_and_texts_are_no_numbers(string vr)
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset.Text("Modality", "CT").Bytes("0009,1001", [1, 2, 3, 4], vr));

        Assert.Empty(file.File.Values.Numbers(file.Dataset[1]));
    }

    [Fact]
    public void Bytes_that_make_no_whole_number_are_left_out()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("Modality", "CT").Unpadded("Rows", [1, 0, 2]).Unpadded("Columns", []));

        Assert.Equal("1", NumbersOf(file, 1));
        Assert.Empty(file.File.Values.Numbers(file.Dataset[2]));
    }

    private static string NumbersOf(OpenedFile file, int index) => string.Join(
        ' ', file.File.Values.Numbers(file.Dataset[index]).Select(number => Convert.ToString(number, CultureInfo.InvariantCulture)));

    private static byte[] Swap(byte[] bytes, int size) => [.. bytes.Chunk(size).SelectMany(word => word.Reverse())];
}
