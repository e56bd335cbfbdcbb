using System;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Cleaning;
using Dams.Deidentification;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

/// <summary>Files that ended the process, hung it or filled its memory: they are read, or refused with a reason.</summary>
public sealed class HostileFileTests
{
    [Theory]
    [InlineData("LO")]
    [InlineData("PN")]
    [InlineData("UT")]
    [InlineData("UN")]
    [InlineData("OB")]
    public void A_character_set_with_another_value_representation_does_not_end_the_process(string vr)
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("SpecificCharacterSet", "ISO_IR 192", vr)
            .Bytes("PatientName", [.. "Müller^Erika"u8])
            .Sequence("ReferencedPatientSequence", item => item.Text("SpecificCharacterSet", "ISO_IR 100", vr).Bytes("PatientName", [(byte)'M', 0xFC])));

        Assert.Equal("Müller^Erika", file.Text("PatientName"));
        Assert.Equal("Mü", file.Text("ReferencedPatientSequence/0/PatientName"));
    }

    [Fact]
    public void A_character_set_that_is_a_sequence_does_not_end_the_process()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Sequence("SpecificCharacterSet", item => item.Text("PatientName", "Muster^Erika")).Text("PatientName", "Muster^Erika"));

        Assert.Equal("Muster^Erika", file.Text("PatientName"));
    }

    [Fact]
    public void Items_inherit_the_character_set_of_what_is_around_them()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("SpecificCharacterSet", "ISO_IR 192")
            .Sequence("ReferencedPatientSequence", item => item
                .Text("SpecificCharacterSet", "ISO_IR 100")
                .Sequence("OtherPatientIDsSequence", inner => inner.Bytes("PatientName", [(byte)'M', 0xFC])))
            .Sequence("ReferencedSeriesSequence", item => item.Bytes("PatientName", [.. "Mü"u8])));

        Assert.Equal("Mü", file.Text("ReferencedPatientSequence/0/OtherPatientIDsSequence/0/PatientName"));
        Assert.Equal("Mü", file.Text("ReferencedSeriesSequence/0/PatientName"));
    }

    [Fact]
    public void Half_a_million_empty_elements_behind_pixel_data_do_not_hang()
    {
        using var file = new OpenedFile(Syntax.ImplicitLittle, dataset =>
        {
            dataset.Bytes("PixelData", [1, 2], "OW");
            for (var i = 0; i < 500_000; i++)
                dataset.Text("PatientComments", "");
        });

        Assert.Equal(500_001, file.Dataset.Count);
    }

    [Fact]
    public void A_megabyte_of_zeros_in_front_of_one_byte_does_not_hang()
    {
        var bytes = FileBuilder.Build(Syntax.ImplicitLittle, dataset => dataset.Text("PatientID", "MRN-4711"));
        using var file = new OpenedFile([.. bytes, .. new byte[4_000_000], .. FileBuilder.Dataset(Syntax.ImplicitLittle, dataset => dataset.Text("Modality", "CT"))]);

        Assert.Equal(500_002, file.Dataset.Count);
    }

    [Fact]
    public void A_hundred_thousand_private_elements_do_not_hang_where_safe_ones_stay()
    {
        var source = new InstanceBuilder().Add("0019,0010", dataset =>
        {
            for (var block = 0x10; block < 0x100; block++)
                dataset.Text($"0019,{block:X4}", block == 0x80 ? "GEMS_ACQU_01" : "NOBODY 1.0", "LO");
            for (var element = 0x1000; element < 0x10000; element++)
                dataset.Text($"0019,{element:X4}", "1", "DS");
            for (var element = 0x1000; element < 0xA000; element++)
                dataset.Text($"0021,{element:X4}", "1", "DS");
        }).Build();

        var output = Deidentified.Reading(source, ProfileOf.Basic(ProfileOption.RetainSafePrivate));

        Assert.Equal("GEMS_ACQU_01", output.Find("0019,0080")?.Text);
        Assert.Equal("1", output.Find("0019,8023")?.Text);
        Assert.Null(output.Find("0019,1023"));
        Assert.Null(output.Find("0019,0010"));
    }

    [Fact]
    public void A_hundred_thousand_items_that_all_change_do_not_hang()
    {
        var source = new InstanceBuilder().Add("ReferencedImageSequence", dataset => dataset.Sequence(
            "ReferencedImageSequence",
            [.. Enumerable.Repeat<Action<DatasetBuilder>>(item => item.Text("ReferencedSOPInstanceUID", "1.2.3"), 100_000)])).Build();

        using var file = new OpenedFile(Deidentified.Bytes(source));

        Assert.Equal(100_000, Enumerable.Range(0, file.Dataset.Count).Count(i => file.Dataset[i].IsItem && file.Dataset[file.Dataset[i].Parent].Tag == DatasetBuilder.TagOf("ReferencedImageSequence")));
    }

    [Fact]
    public void The_path_of_every_one_of_a_hundred_thousand_items_is_told_without_hanging()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset.Sequence(
            "ReferencedImageSequence",
            [.. Enumerable.Repeat<Action<DatasetBuilder>>(item => item.Text("ReferencedSOPInstanceUID", "1.2.3"), 100_000)]));
        var paths = new ElementPaths(file.Dataset);

        Assert.Equal(100_000, Enumerable.Range(0, file.Dataset.Count).Where(i => !file.Dataset[i].IsItem).Select(paths.PathOf).Skip(1).Distinct().Count());
        Assert.Equal("ReferencedImageSequence[100000].ReferencedSOPInstanceUID", paths.PathOf(file.Dataset.Count - 1));
    }

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

    [Fact]
    public void A_stopped_run_does_not_read_on()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("file.dcm", FileBuilder.Build(Syntax.ExplicitLittle, dataset => FileBuilder.WriteCT(dataset)));

        Assert.Throws<OperationCanceledException>(() => DicomFile.Open(path, cancellation: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_run_that_is_stopped_between_reading_and_writing_ends_in_every_loop_over_the_file()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        var path = folder.Write("file.dcm", FileBuilder.Build(Syntax.ExplicitLittle, dataset => FileBuilder.WriteCT(dataset.Text("0009,0010", "NOBODY 1.0", "LO"))));
        using var file = DicomFile.Open(path, cancellation: stop.Token);
        var facts = InstanceFacts.Read(file);
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => InstanceFacts.Read(file));
        Assert.Throws<OperationCanceledException>(() => KnownValueReader.Read(file));
        Assert.Throws<OperationCanceledException>(() =>
            new InstanceDeidentifier(ProfileOf.Research(), TestKey.Key).Deidentify(file, facts, Deidentified.Identity));
    }
}
