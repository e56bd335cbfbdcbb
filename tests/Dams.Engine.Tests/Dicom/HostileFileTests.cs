using System;
using System.Linq;
using System.Threading;
using Dams.Cleaning;
using Dams.Deidentification;
using Dams.Dicom.Reading;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

/// <summary>Files that ended the process, hung it or filled its memory: they are read, or can be stopped.</summary>
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
