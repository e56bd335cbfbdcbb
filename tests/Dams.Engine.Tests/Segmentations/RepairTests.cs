using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Segmentations;

public sealed class RepairTests : RepairTestBase
{
    private static readonly string[] Changed =
        ["SOPInstanceUID", "SeriesInstanceUID", "SeriesNumber", "InstanceNumber", "SliceLocation"];

    [Fact]
    public void Each_folder_gets_a_series_and_each_slice_an_instance_of_its_own()
    {
        WriteTwo("in");

        var repaired = Repair("in", "out");

        Assert.Equal(2, repaired.Count);
        Assert.Equal(2, repaired.Select(series => series.SeriesInstanceUID).Distinct().Count());
        Assert.All(repaired, series => Assert.Equal("1.2.3.1", series.OldSeriesInstanceUID));
        var files = repaired.SelectMany(series => series.Files).ToArray();
        Assert.Equal(6, files.Select(file => Scene.Value(file, "SOPInstanceUID")).Distinct().Count());
        foreach (var series in repaired)
            Assert.All(series.Files, file => Assert.Equal(series.SeriesInstanceUID, Scene.Value(file, "SeriesInstanceUID")));
        Assert.All(files, file => Assert.Contains(Scene.Value(file, "SOPInstanceUID"), FileBytes(file), StringComparison.Ordinal));
        Assert.Equal([51, 52], repaired.Select(series => series.SeriesNumber));
        Assert.Empty(Scene.Listener.Failures);
    }

    [Fact]
    public void File_meta_information_names_the_new_instance_and_keeps_the_rest()
    {
        WriteTwo("in");

        var file = Repair("in", "out")[0].Files[0];

        using var dicom = Dams.Dicom.Reading.DicomFile.Open(file);
        Assert.Equal(Scene.Value(file, "SOPInstanceUID"), dicom.Values.Text(dicom.Meta, dicom.Meta.Find(Dams.Dicom.Dictionary.KnownTag.MediaStorageSOPInstanceUID)));
        Assert.Equal("1.2.3.4.5", dicom.Values.Text(dicom.Meta, dicom.Meta.Find(Dams.Dicom.Dictionary.KnownTag.ImplementationClassUID)));
        var length = dicom.Meta[dicom.Meta.Find(Dams.Dicom.Dictionary.KnownTag.FileMetaInformationGroupLength)];
        Assert.Equal((uint)(dicom.Meta.End - length.End), dicom.Values.Numbers(length)[0]);
    }

    [Fact]
    public void Only_identifiers_and_numbers_change()
    {
        WriteTwo("in");

        var repaired = Repair("in", "out")[0];

        var source = Scene.FilesOf(repaired.SourcePath);
        Assert.Equal(
            source.Select(file => Scene.OtherElements(file, Changed)), Scene.FilesOf(repaired.Path).Select(file => Scene.OtherElements(file, Changed)));
    }

    [Theory]
    [InlineData("1.2.840.10008.1.2")]
    [InlineData("1.2.840.10008.1.2.2")]
    [InlineData("1.2.840.10008.1.2.1.99")]
    public void Masks_in_every_transfer_syntax_are_repaired(string uid)
    {
        var syntax = new[] { Syntax.ImplicitLittle, Syntax.ExplicitBig, Syntax.Deflated }.Single(one => one.Uid == uid);
        Scene.WriteMask("in/Segmentations/SeriesNo_3/SegmentationNo_0", "1.2.3.1", 10, syntax: syntax);

        var repaired = Assert.Single(Repair("in", "out"));

        Assert.Equal(3, repaired.InstanceCount);
        Assert.Equal(["1", "2", "3"], repaired.Files.Select(file => Scene.Value(file, "InstanceNumber")));
        Assert.All(repaired.Files, file => Assert.Equal("2.25.", Scene.Value(file, "SOPInstanceUID")[..5]));
    }

    [Fact]
    public void A_second_run_gives_the_same_files()
    {
        WriteTwo("in");

        Repair("in", "first");
        Repair("in", "second");
        Repair("in", "first");

        Assert.Equal(Bytes("first"), Bytes("second"));
        Assert.Empty(Scene.Listener.Failures);
    }

    [Fact]
    public void Another_place_gives_the_same_identifiers()
    {
        WriteTwo("in/Muster");
        WriteTwo("elsewhere/x/y");

        Assert.Equal(Uids(Repair("in", "a")), Uids(Repair("elsewhere", "b")));
    }

    [Fact]
    public void Masks_with_the_same_pixels_in_two_folders_differ()
    {
        Scene.WriteMask("in/Segmentations/SeriesNo_3/SegmentationNo_0", "1.2.3.1", 10);
        Scene.WriteMask("in/Segmentations/SeriesNo_3/SegmentationNo_1", "1.2.3.1", 10);
        Scene.WriteMask("in/Segmentations/tumour", "1.2.3.1", 10);
        Scene.WriteMask("in/Segmentations/zone", "1.2.3.1", 10);

        var repaired = Repair("in", "out");

        Assert.Equal(4, Uids(repaired).Distinct().Count());
        Assert.Equal(12, repaired.SelectMany(series => series.Files).Select(file => Scene.Value(file, "SOPInstanceUID")).Distinct().Count());
    }

    [Fact]
    public void A_repaired_series_stays_as_it_is_wherever_it_lies()
    {
        WriteTwo("in");
        var once = Repair("in", "out");
        Directory.Move(Scene["out"], Scene["moved"]);
        Directory.Move(Scene["moved/Segmentations/SeriesNo_3/SegmentationNo_0"], Scene["moved/any"]);
        var before = Bytes("moved");

        var twice = Repair("moved", null);

        Assert.Equal(before, Bytes("moved"));
        Assert.Equal(Uids(once).Order(), Uids(twice).Order());
        Assert.All(twice, series => Assert.Equal(series.SeriesInstanceUID, series.OldSeriesInstanceUID));
        Assert.Equal([51, 52], twice.Select(series => series.SeriesNumber).Order());
    }

    [Fact]
    public void A_repair_that_was_cut_short_is_brought_to_the_same_end()
    {
        WriteTwo("in");
        WriteTwo("cut");
        var whole = Repair("in", "out");
        const string slice = "Segmentations/SeriesNo_3/SegmentationNo_0/IM3";
        File.Copy(Scene["out/" + slice], Scene["cut/" + slice], overwrite: true);

        Repair("cut", null);

        Assert.Equal(Bytes("out"), Bytes("cut"));
        Assert.Equal(2, whole.Count);
    }

    [Fact]
    public void Instance_numbers_follow_the_position_and_not_the_name()
    {
        Scene.WriteMask("in/SegmentationNo_0", "1.2.3.1", 10, first: 1, count: 5, name: i => $"IM{9 - i}");

        var files = Assert.Single(Repair("in", "out")).Files;

        Assert.Equal(["1", "2", "3", "4", "5"], files.Select(file => Scene.Value(file, "InstanceNumber")));
        Assert.Equal(["0", "2.5", "5", "7.5", "10"], files.Select(file => Scene.Value(file, "SliceLocation")));
        Assert.Equal(["IM8", "IM7", "IM6", "IM5", "IM4"], files.Select(Path.GetFileName));
    }

    [Fact]
    public void Without_geometry_instance_numbers_follow_the_name_as_people_count()
    {
        foreach (var i in Enumerable.Range(8, 4))
        {
            File.WriteAllBytes(Made($"in/SegmentationNo_0/IM{i}"), FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
                .Text("SOPClassUID", FileBuilder.CTImageStorage).Text("SOPInstanceUID", "1.2.3.4").Text("SeriesInstanceUID", "1.2.3.1")
                .Numbers("BitsAllocated", 8).Bytes("PixelData", [1, 2], "OB")));
        }

        var files = Assert.Single(Repair("in", "out")).Files;

        Assert.Equal(["IM8", "IM9", "IM10", "IM11"], files.Select(Path.GetFileName));
        Assert.Equal(["1", "2", "3", "4"], files.Select(file => Scene.Value(file, "InstanceNumber")));
        Assert.Equal(4, files.Select(file => Scene.Value(file, "SOPInstanceUID")).Distinct().Count());
        Assert.All(files, file => Assert.Empty(Scene.Value(file, "SliceLocation")));
    }

    [Fact]
    public void Series_numbers_count_up_from_the_one_given_in_each_study()
    {
        foreach (var i in Enumerable.Range(0, 11))
            Scene.WriteMask($"in/a/SegmentationNo_{i}", "1.2.3.1", (byte)i);
        Scene.WriteMask("in/b/SegmentationNo_0", "1.2.4.1", 1, study: "1.2.4");

        var repaired = SegmentationRepair.Run(
            [Scene["in"]], new RepairOptions(Scene.Key, Scene["out"]) { SeriesNumber = 100 }, new RunContext(Scene.Listener));

        Assert.Equal([.. Enumerable.Range(100, 11), 100], repaired.Select(series => series.SeriesNumber));
    }
}
