using System;
using System.Text;
using Dams.Dicom.Dictionary;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>Elements behind pixel data, which a program appended or wrote out of order, go through the rules as all others.</summary>
public sealed class BehindPixelDataTests
{
    private static readonly string[] Profiles = [ProfileBuilder.Basic, ProfileBuilder.Research, ProfileBuilder.Encode];

    public static TheoryData<string, bool> Neighbours { get; } = new()
    {
        { "private", true }, { "private", false }, { "private sequence", true }, { "private sequence", false },
        { "sequence", true }, { "sequence", false }, { "unknown", true }, { "unknown", false },
        { "delimiter", true }, { "delimiter", false }, { "private fragments", true },
    };

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void A_name_behind_the_pixel_data_goes_whatever_stands_beside_it(string neighbour, bool isExplicit)
    {
        var syntax = isExplicit ? Syntax.ExplicitLittle : Syntax.ImplicitLittle;
        foreach (var profile in Profiles)
        {
            foreach (var isFirst in new[] { true, false })
            {
                var source = Source(syntax, dataset =>
                {
                    if (isFirst)
                        Write(dataset, neighbour);
                    dataset.Text("PatientName", "Muster^Erika").Text("PatientID", "MRN-4711");
                    if (!isFirst)
                        Write(dataset, neighbour);
                });

                foreach (var tail in new byte[][] { [], "\r\n"u8.ToArray(), new byte[300], "and a tail of text"u8.ToArray(), [.. new byte[16], 1] })
                {
                    var output = Deidentified.Bytes([.. source, .. tail], Deidentified.Profile(profile));

                    Assert.Equal(-1, output.AsSpan().IndexOf("Muster"u8));
                    Assert.Equal(-1, output.AsSpan().IndexOf("MRN-4711"u8));
                    Assert.Equal(profile == ProfileBuilder.Encode && tail.Length > 0, tail.Length > 0 && output.AsSpan().EndsWith(tail));
                }
            }
        }
    }

    [Fact]
    public void A_name_in_a_private_sequence_behind_the_pixel_data_goes()
    {
        var source = Source(Syntax.ExplicitLittle, dataset => dataset
            .Text("7FE3,0010", "NOBODY", "LO")
            .Sequence("7FE3,1001", "SQ", isUndefined: true, item => item.Text("PatientName", "Muster^Erika")));

        Assert.Equal(-1, Deidentified.Bytes([.. source, .. "\r\n"u8], Deidentified.Encode).AsSpan().IndexOf("Muster"u8));
    }

    [Fact]
    public void Private_elements_behind_the_pixel_data_keep_their_bytes_in_Encode_and_go_in_Basic()
    {
        var source = Source(Syntax.ExplicitLittle, dataset => dataset.Text("0009,0010", "NOBODY", "LO").Text("0009,1001", "secret", "LO"));

        Assert.EndsWith("secret", Latin1(Deidentified.Bytes(source, Deidentified.Encode)), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Latin1(Deidentified.Bytes(source)), StringComparison.Ordinal);
    }

    [Theory]
    [CoversError("TwoPixelData")]
    [InlineData(ProfileBuilder.Basic)]
    [InlineData(ProfileBuilder.Research)]
    public void A_second_image_that_few_programs_show_does_not_go_out_unseen(string profile)
    {
        var source = Source(Syntax.ExplicitLittle, dataset => dataset
            .Text("7FE1,0010", "NOBODY", "LO")
            .Bytes("PixelData", "Muster^Erika"u8.ToArray(), "OW"));

        var error = Assert.Throws<DamsException>(() => Deidentified.Bytes(source, Deidentified.Profile(profile)));

        Assert.Equal(("TwoPixelData", ErrorScope.File), (error.Id, error.Scope));
        Assert.Equal($"byte {source.Length - 24}, (7FE0,0010)", error.Where);
    }

    [Fact]
    public void Encode_keeps_both_of_two_images()
    {
        var source = Source(Syntax.ExplicitLittle, dataset => dataset.Bytes("PixelData", [5, 6, 7, 8], "OW"));

        Assert.True(Deidentified.Bytes(source, Deidentified.Encode).AsSpan().EndsWith((ReadOnlySpan<byte>)[5, 6, 7, 8]));
    }

    [Theory]
    [InlineData("explicit")]
    [InlineData("implicit")]
    public void A_name_behind_the_pixel_data_that_was_cut_off_is_refused_and_not_copied(string encoding)
    {
        var source = Source(
            encoding == "explicit" ? Syntax.ExplicitLittle : Syntax.ImplicitLittle, dataset => dataset.Text("PatientName", "Muster^Erika"));

        var error = Assert.Throws<DamsException>(() => Deidentified.Bytes(source[..^3], Deidentified.Encode));

        Assert.Equal("TruncatedElement", error.Id);
        Assert.StartsWith($"At byte {source.Length - 20}, (0010,0010):", error.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF")]
    [InlineData("20202020202020202020202020202020")]
    [InlineData("0D0A0D0A0D0A0D0A0D0A")]
    [InlineData("454E44204F462046494C45")] // END OF FILE
    [InlineData("504154494E54414501004D7573746572")] // PATINTAE, one byte M, uster: it looks like an element
    [InlineData("504154494E5441450100")]
    [InlineData("FEFFDDE000000000FEFF0DE000000000")]
    [InlineData("FEFFDDE000000000AA")]
    public void A_tail_that_is_no_DICOM_is_no_part_of_the_dataset(string tail)
    {
        foreach (var syntax in new[] { Syntax.ExplicitLittle, Syntax.ImplicitLittle })
        {
            var source = Source(syntax, _ => { });
            using var file = new OpenedFile([.. source, .. Convert.FromHexString(tail), 0x0A]);

            Assert.Equal(source.Length, file.Dataset.End);
            Assert.Equal(KnownTag.PixelData, file.Dataset[file.Dataset.Count - 1].Tag);
        }
    }

    private static byte[] Source(Syntax syntax, Action<DatasetBuilder> behind) => new InstanceBuilder(syntax: syntax)
        .Add("PixelData", dataset => behind(dataset.Bytes("PixelData", [1, 2, 3, 4], "OW")))
        .Build();

    private static void Write(DatasetBuilder dataset, string neighbour)
    {
        if (neighbour == "private")
            dataset.Text("0009,0010", "X", "LO").Text("0009,1001", "y", "LO");
        else if (neighbour == "private sequence")
            dataset.Text("0009,0010", "X", "LO").Sequence("0009,1002", "UN", isUndefined: true, item => item.Text("Modality", "CT"));
        else if (neighbour == "sequence")
            dataset.UndefinedSequence("ReferencedStudySequence", item => item.Text("Modality", "CT"));
        else if (neighbour == "unknown")
            dataset.Text("4444,4444", "y", "LO");
        else if (neighbour == "private fragments")
            dataset.Header("0009,1003", "OB", 0xFFFFFFFF).ItemHeader(0xE000, 2).Raw(1, 2).ItemHeader(0xE0DD, 0);
        else
            dataset.ItemHeader(0xE0DD, 0);
    }

    private static string Latin1(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
