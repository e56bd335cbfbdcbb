using System;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Files.Fingerprints;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom.Rewriting;

public sealed class SpliceTests
{
    [Fact]
    public void The_fingerprint_is_that_of_the_whole_source_whatever_the_edits()
    {
        byte[] bytes = [.. FileBuilder.Build(Syntax.ExplicitLittle, dataset => FileBuilder.WriteCT(dataset)), .. "trailer"u8];
        var expected = new Fingerprint();
        expected.Append(bytes);
        using var file = new OpenedFile(bytes);
        var edits = new EditList(file.File) { FileMeta = [1, 2, 3], DropsTrailing = true };
        edits.Remove(file.IndexOf("PatientName"));

        Assert.Equal(expected.Finish(), FileRewriter.Write(file.File, new EditList(file.File), Stream.Null, default));
        Assert.Equal(expected.Finish(), FileRewriter.Write(file.File, edits, Stream.Null, default));
    }

    [Fact]
    public void Another_head_takes_the_place_of_preamble_and_meta_information()
    {
        using var file = new OpenedFile(Syntax.ImplicitLittle, dataset => FileBuilder.WriteCT(dataset));

        var output = file.Rewrite(edits => edits.FileMeta = "HEAD"u8.ToArray(), isReadable: false);

        Assert.Equal([.. "HEAD"u8, .. FileBuilder.Dataset(Syntax.ImplicitLittle, dataset => FileBuilder.WriteCT(dataset))], output);
    }

    [Fact]
    public void A_head_is_put_before_a_dataset_that_had_none()
    {
        var bytes = FileBuilder.Dataset(Syntax.ExplicitLittle, dataset => dataset.Text("Modality", "CT"));
        using var file = new OpenedFile(bytes);

        Assert.Equal([.. "HEAD"u8, .. bytes], file.Rewrite(edits => edits.FileMeta = "HEAD"u8.ToArray(), isReadable: false));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_trails_stays_or_goes_as_asked(bool drops)
    {
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset => FileBuilder.WriteCT(dataset));
        byte[] trailing = [.. "Muster^Erika 1952"u8, .. new byte[DicomFile.WindowSize * 2]];
        using var file = new OpenedFile([.. bytes, .. trailing]);

        var output = file.Rewrite(edits => edits.DropsTrailing = drops);

        Assert.Equal(drops ? bytes : [.. bytes, .. trailing], output);
    }

    [Fact]
    public void Parts_longer_than_any_buffer_pass_between_edits()
    {
        var random = new Random(1);
        var pixels = new byte[(DicomFile.WindowSize * 3) + 7];
        random.NextBytes(pixels);
        void Write(DatasetBuilder dataset, string name) => dataset
            .Text("PatientName", name)
            .Bytes("0043,1001", pixels, "OB")
            .Text("PatientComments", name)
            .Bytes("PixelData", pixels, "OW")
            .Text("7FE1,0010", name);
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => Write(dataset, "Muster^Erika"));

        var output = file.Rewrite(edits =>
        {
            foreach (var path in new[] { "PatientName", "PatientComments", "7FE1,0010" })
                edits.Replace(file.IndexOf(path), "SUBJ-1"u8, (byte)' ');
        });

        Assert.True(FileBuilder.Build(Syntax.ExplicitLittle, dataset => Write(dataset, "SUBJ-1")).AsSpan().SequenceEqual(output));
    }

    [Fact]
    public void A_new_value_may_be_longer_than_any_buffer()
    {
        var text = new string('x', 500_001);
        using var file = new OpenedFile(Syntax.ImplicitLittle, dataset => dataset.Text("PatientComments", "none").Text("Modality", "CT"));

        var output = file.Rewrite(edits => edits.Replace(0, System.Text.Encoding.ASCII.GetBytes(text), (byte)' '));

        Assert.Equal(FileBuilder.Build(Syntax.ImplicitLittle, dataset => dataset.Text("PatientComments", text).Text("Modality", "CT")), output);
    }

    [Fact]
    public void Multi_fragment_pixel_data_pass_as_they_are()
    {
        byte[][] fragments = [.. Enumerable.Range(0, 50).Select(i => Enumerable.Repeat((byte)i, (i * 1000) + (i % 3)).ToArray())];
        void Write(DatasetBuilder dataset, string name) => dataset.Text("PatientName", name).Fragments(fragments);
        using var file = new OpenedFile(Syntax.JpegBaseline, dataset => Write(dataset, "Muster^Erika"));

        var output = file.Rewrite(edits => edits.Replace(0, "SUBJ-1"u8, (byte)' '));

        Assert.True(FileBuilder.Build(Syntax.JpegBaseline, dataset => Write(dataset, "SUBJ-1")).AsSpan().SequenceEqual(output));
    }

    [Fact]
    public void A_stop_is_obeyed()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => FileBuilder.WriteCT(dataset));
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => FileRewriter.Write(file.File, new EditList(file.File), Stream.Null, stop.Token));
    }

    [UnixFact]
    [CoversError("SourceChanged")]
    public void A_source_that_becomes_shorter_is_told()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("PatientName", "Muster^Erika").Bytes("PixelData", new byte[DicomFile.WindowSize * 4], "OW"));
        using (var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
            stream.SetLength(DicomFile.WindowSize * 2);

        var error = Assert.Throws<DamsException>(() => FileRewriter.Write(file.File, new EditList(file.File), Stream.Null, default));

        Assert.Equal("SourceChanged", error.Id);
    }
}
