using System;
using Dams.Dicom.Dictionary;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

/// <summary>What stands behind the last element.</summary>
public sealed class EndOfDatasetTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(1000)]
    [InlineData(300_000)]
    public void Zeros_behind_a_dataset_do_not_belong_to_it(int count)
    {
        foreach (var syntax in new[] { Syntax.ImplicitLittle, Syntax.ExplicitLittle, Syntax.ExplicitBig })
        {
            var bytes = FileBuilder.Build(syntax, dataset => dataset.Text("PatientID", "MRN-4711"));
            using var file = new OpenedFile([.. bytes, .. new byte[count]]);

            Assert.Equal(["PatientID LO MRN-4711"], file.Outline);
            Assert.Equal(bytes.Length, file.Dataset.End);
            Assert.Equal(bytes.Length + count, file.File.Source.Length);
        }
    }

    [Theory]
    [InlineData("00")]
    [InlineData("01")]
    [InlineData("0D0A")]
    [InlineData("454E44204F462046494C45")] // END OF FILE
    [InlineData("0000000000000000FF")]
    [InlineData("FEFF00E000000000")]
    [InlineData("FEFFDDE000000000")]
    [InlineData("FEFF0DE000000000AA")]
    [InlineData("FFFFFFFFFFFFFF")]
    public void Bytes_behind_explicit_pixel_data_do_not_belong_to_the_dataset(string behind) =>
        AssertEndsBehindPixelData(Syntax.ExplicitLittle, behind);

    [Theory]
    [InlineData("00")]
    [InlineData("0D0A")]
    [InlineData("454E44204F462046494C45")]
    [InlineData("0000000000000000FF")]
    [InlineData("FEFF00E000000000")]
    [InlineData("FEFFDDE000000000")]
    [InlineData("FFFFFFFFFFFFFF")]
    [InlineData("FFFFFFFFFFFFFF00")]
    public void Bytes_behind_implicit_pixel_data_do_not_belong_to_the_dataset(string behind) =>
        AssertEndsBehindPixelData(Syntax.ImplicitLittle, behind);

    [Fact]
    public void Bytes_behind_encapsulated_pixel_data_do_not_belong_to_the_dataset()
    {
        var bytes = FileBuilder.Build(Syntax.JpegBaseline, dataset => dataset.Text("Modality", "CT").Fragments([1, 2], [3, 4]));
        using var file = new OpenedFile([.. bytes, .. "Muster^Erika was here"u8]);

        Assert.Equal(bytes.Length, file.Dataset.End);
        Assert.Equal(2, file.Dataset.Count);
    }

    [Fact]
    public void Elements_behind_pixel_data_in_the_order_of_tags_belong_to_the_dataset()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Bytes("PixelData", [1, 2], "OW")
            .Text("7FE1,0010", "NOBODY 1.0")
            .Bytes("DataSetTrailingPadding", [0, 0], "OB"));

        Assert.Equal(["PixelData OW \u0001\u0002", "(7FE1,0010) LO NOBODY 1.0", "DataSetTrailingPadding OB "], file.Outline);
    }

    [Fact]
    public void Trailing_padding_is_an_element_and_zeros_may_follow_it()
    {
        using var file = new OpenedFile(
        [
            .. FileBuilder.Build(Syntax.ImplicitLittle, dataset => dataset
                .Text("PatientID", "MRN-4711")
                .Bytes("DataSetTrailingPadding", new byte[20], "OB")),
            .. new byte[10],
        ]);

        Assert.Equal(2, file.Dataset.Count);
        Assert.Equal(10, file.File.Source.Length - file.Dataset.End);
    }

    [Theory]
    [InlineData("20")]
    [InlineData("2020")]
    [InlineData("20200000")]
    [InlineData("09")]
    [InlineData("0D0A")]
    [InlineData("0D0A0000")]
    [InlineData("454E44204F462046494C45")] // END OF FILE
    [InlineData("454E44204F462046494C45000000000000")]
    [InlineData("454E4420000000")]
    [InlineData("4F4B0000")] // OK
    [InlineData("0000000000454E44204F462046494C45")]
    [InlineData("000000000000000000FF")]
    [InlineData("FFFFFFFF0000000000000000")]
    [InlineData("7B226964223A317D0A00")] // {"id":1}
    public void Blanks_and_text_behind_a_dataset_without_pixel_data_do_not_belong_to_it(string behind)
    {
        foreach (var syntax in new[] { Syntax.ImplicitLittle, Syntax.ExplicitLittle, Syntax.ExplicitBig })
        {
            var bytes = FileBuilder.Build(syntax, dataset => dataset
                .Text("PatientID", "MRN-4711")
                .Sequence("ContentSequence", item => item.Text("0009,0010", "NOBODY 1.0")));
            using var file = new OpenedFile([.. bytes, .. Convert.FromHexString(behind)]);

            Assert.Equal(bytes.Length, file.Dataset.End);
        }
    }

    [Theory]
    [InlineData("20")] // (0020,....)
    [InlineData("2000")]
    [InlineData("200000")]
    [InlineData("20000040")] // (0020,4000)
    [InlineData("200000404C54")]
    [InlineData("200000404C544000")]
    [InlineData("200000404C544000" + "4D757374657220697320")] // and half of its value
    [InlineData("4000310053483000" + "4D757374657220697320")]
    [InlineData("3300")]
    [InlineData("33002020")]
    [InlineData("330020204C4F2000" + "4D757374657220697320")]
    [InlineData("78")]
    [InlineData("E07F")]
    public void A_file_that_ends_in_what_may_be_the_header_of_its_next_element_is_not_taken_for_whole(string cut)
    {
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset.Text("PatientID", "MRN-4711"));

        var error = Rejection.Get([.. bytes, .. Convert.FromHexString(cut)]);

        Assert.Contains(error.Id, new[] { "TruncatedHeader", "TruncatedElement" });
    }

    [Fact]
    public void Two_runs_of_text_behind_a_dataset_may_be_the_rest_of_a_value_and_are_no_end_of_it()
    {
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset.Text("PatientID", "MRN-4711"));

        Assert.Equal("MalformedDataset", Rejection.Get([.. bytes, .. "half\0\0\0\0a mask"u8]).Id);
    }

    [Fact]
    [CoversError("MalformedDataset")]
    public void Zeros_that_something_follows_are_no_end_of_an_explicit_dataset()
    {
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset.Text("PatientID", "MRN-4711"));

        var error = Rejection.Get([.. bytes, .. new byte[20], 1]);

        Assert.Equal("MalformedDataset", error.Id);
        Assert.StartsWith($"At byte {bytes.Length}, (0000,0000): expected a value representation.", error.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Pixel_data_of_no_length_end_a_dataset_too()
    {
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset.Text("Modality", "CT").Bytes("PixelData", [], "OW"));
        using var file = new OpenedFile([.. bytes, .. "trailer"u8]);

        Assert.Equal(2, file.Dataset.Count);
        Assert.Equal(bytes.Length, file.Dataset.End);
    }

    private static void AssertEndsBehindPixelData(Syntax syntax, string behind)
    {
        var bytes = FileBuilder.Build(syntax, dataset => dataset.Text("Modality", "CT").Bytes("PixelData", [1, 2, 3, 4], "OW"));
        using var file = new OpenedFile([.. bytes, .. Convert.FromHexString(behind)]);

        Assert.Equal(2, file.Dataset.Count);
        Assert.Equal(bytes.Length, file.Dataset.End);
        Assert.Equal(KnownTag.PixelData, file.Dataset[1].Tag);
    }
}
