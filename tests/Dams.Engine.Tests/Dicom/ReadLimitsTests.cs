using System;
using System.IO;
using Dams.Cleaning;
using Dams.Deidentification;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

/// <summary>Files that ask for more than one file may (<see cref="ReadLimits"/>) are refused with a reason.</summary>
public sealed class ReadLimitsTests
{
    [Fact]
    [CoversError("PassesLimit")]
    public void Items_nested_without_end_are_told()
    {
        var error = Rejection.Get(Syntax.ExplicitLittle, dataset =>
        {
            for (var i = 0; i <= ReadLimits.Depth; i++)
                dataset.Header("ContentSequence", "SQ", uint.MaxValue).ItemHeader(0xE000, uint.MaxValue);
        });

        Assert.Equal("PassesLimit", error.Id);
        Assert.Contains("5000 items inside one another", error.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_values_that_begin_like_sequences_without_end_are_told()
    {
        var error = Rejection.Get(Syntax.ExplicitLittle, dataset =>
        {
            for (var i = 0; i <= ReadLimits.Guesses; i++)
                dataset.Unpadded("0009,1001", [0xFE, 0xFF, 0, 0xE0, 1, 0, 0, 0], "UN");
        });

        Assert.Equal("PassesLimit", error.Id);
    }

    [Fact]
    public void Elements_without_a_value_representation_without_end_are_told()
    {
        var error = Rejection.Get(Syntax.ExplicitLittle, dataset =>
        {
            dataset.Text("Modality", "CT");
            for (var i = 0; i <= ReadLimits.Guesses; i++)
                dataset.Raw(0x10, 0, 0x00, 0x40, 0, 0, 0, 0);
        });

        Assert.Equal("PassesLimit", error.Id);
    }

    [Fact]
    public void A_deflated_dataset_that_grows_a_thousand_times_is_told()
    {
        using var deflated = new MemoryStream();
        using (var deflate = new System.IO.Compression.DeflateStream(deflated, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(FileBuilder.Dataset(Syntax.ExplicitLittle, dataset => dataset
                .Text("PatientID", "MRN-4711").Header("PixelData", "OW", (uint)ReadLimits.InflatedLength)));
            var zeros = new byte[1 << 20];
            for (var i = 0; i < ReadLimits.InflatedLength >> 20; i++)
                deflate.Write(zeros);
        }

        var error = Rejection.Get([.. FileBuilder.Prefix, .. FileBuilder.Meta(Syntax.Deflated), .. deflated.ToArray()]);

        Assert.Equal("PassesLimit", error.Id);
        Assert.Contains("512 MiB", error.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void More_names_than_any_file_holds_are_told()
    {
        using var file = new OpenedFile(Syntax.ImplicitLittle, dataset =>
        {
            for (var i = 0; i <= ReadLimits.KnownValues; i++)
                dataset.Text("OtherPatientNames", $"Muster^Erika {i}");
        });

        Assert.Equal("PassesLimit", Assert.Throws<DamsException>(() => KnownValueReader.Read(file.File)).Id);
    }

    [Fact]
    public void More_private_creators_than_any_file_has_are_told()
    {
        using var file = new OpenedFile(Syntax.ImplicitLittle, dataset =>
        {
            for (var i = 0; i <= ReadLimits.Creators; i++)
                dataset.Text($"{0x0009 + (2 * (i / 240)):X4},{0x10 + (i % 240):X4}", $"NOBODY {i}").Text($"{0x0009 + (2 * (i / 240)):X4},{(0x10 + (i % 240)) << 8:X4}", "");
        });
        var deidentifier = new InstanceDeidentifier(ProfileOf.Basic(ProfileOption.RetainSafePrivate), TestKey.Key);

        var error = Assert.Throws<DamsException>(() => deidentifier.Deidentify(file.File, InstanceFacts.Read(file.File), Deidentified.Identity));

        Assert.Equal("PassesLimit", error.Id);
    }

    [Fact]
    public void More_new_bytes_than_any_output_needs_are_told()
    {
        using var file = new OpenedFile(Syntax.ImplicitLittle, dataset => dataset.Text("PatientComments", "none"));
        var edits = new EditList(file.File);
        var value = new byte[1 << 20];

        var error = Assert.Throws<DamsException>(() =>
        {
            for (var i = 0; i <= ReadLimits.NewBytes >> 20; i++)
                edits.Replace(0, value, 0);
        });

        Assert.Equal("PassesLimit", error.Id);
    }

    [Fact]
    public void A_text_too_long_to_look_for_names_in_it_is_told()
    {
        var text = new byte[ReadLimits.SearchedLength + 2];
        Array.Fill(text, (byte)'x');
        var source = new InstanceBuilder(syntax: Syntax.ImplicitLittle).Add("TextValue", dataset => dataset.Bytes("TextValue", text)).Build();

        Assert.Equal("ValueTooLong", Assert.Throws<DamsException>(() => Deidentified.Bytes(source, ProfileOf.Research())).Id);
        Assert.Contains("xxxx", System.Text.Encoding.Latin1.GetString(Deidentified.Bytes(source, Deidentified.Encode)), StringComparison.Ordinal);
    }
}
