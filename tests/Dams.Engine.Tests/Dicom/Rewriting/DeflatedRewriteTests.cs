using System.IO;
using System.IO.Compression;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom.Rewriting;

public sealed class DeflatedRewriteTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_000)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(200_001)]
    [InlineData(1_000_000)]
    public void Stored_blocks_inflate_to_what_was_written(int length)
    {
        var content = Content(length);
        using var target = new MemoryStream();
        var stream = new StoredDeflateStream(target);

        for (var i = 0; i < length;)
        {
            var count = System.Math.Min(1 + (i % 70_001), length - i);
            stream.Write(content, i, count);
            i += count;
        }
        stream.Finish();

        Assert.Equal(content, Inflate(target.ToArray()));
        Assert.Equal(0, target.Length % 2);
    }

    [Fact]
    public void An_edited_dataset_inflates_to_the_one_that_was_asked_for()
    {
        var pixels = Content(300_000);
        using var file = new OpenedFile(Syntax.Deflated, dataset => Write(dataset, "Muster^Erika", pixels));

        var output = file.Rewrite(edits =>
            edits.Replace(file.IndexOf("ReferencedPatientSequence/0/PatientName"), "SUBJ-1"u8, (byte)' '));

        var start = (int)file.File.DatasetOffset;
        Assert.Equal(File.ReadAllBytes(file.Path)[..start], output[..start]);
        Assert.Equal(
            FileBuilder.Dataset(Syntax.ExplicitLittle, dataset => Write(dataset, "SUBJ-1", pixels)),
            Inflate(output[start..]));
    }

    [Fact]
    public void An_edited_file_reads_as_the_one_that_was_asked_for()
    {
        using var file = new OpenedFile(Syntax.Deflated, dataset => Write(dataset, "Muster^Erika", [1, 2]));
        using var again = new OpenedFile(file.Rewrite(edits =>
            edits.Replace(file.IndexOf("ReferencedPatientSequence/0/PatientName"), "SUBJ-1"u8, (byte)' ')));

        Assert.Equal("  PatientName PN SUBJ-1", again.Outline[2]);
        Assert.Equal(Syntax.Deflated.Uid, again.File.Syntax.Uid);
    }

    [Fact]
    public void The_same_edits_give_the_same_bytes_however_the_source_was_compressed()
    {
        static void WriteSmall(DatasetBuilder dataset) => Write(dataset, "Muster^Erika", new byte[10_000]);
        var content = FileBuilder.Dataset(Syntax.ExplicitLittle, WriteSmall);
        using var fast = new MemoryStream();
        using (var deflate = new DeflateStream(fast, CompressionLevel.NoCompression, leaveOpen: true))
            deflate.Write(content);
        using var one = new OpenedFile(Syntax.Deflated, WriteSmall);
        using var other = new OpenedFile([.. FileBuilder.Prefix, .. FileBuilder.Meta(Syntax.Deflated), .. fast.ToArray()]);

        Assert.NotEqual(File.ReadAllBytes(one.Path), File.ReadAllBytes(other.Path));
        Assert.Equal(one.Rewrite(edits => edits.Remove(0)), other.Rewrite(edits => edits.Remove(0)));
    }

    [Fact]
    public void Values_are_read_in_any_order_from_a_deflated_file()
    {
        var pixels = Content(DicomFile.WindowSize * 3);
        using var file = new OpenedFile(Syntax.Deflated, dataset => Write(dataset, "Muster^Erika", pixels).Text("7FE1,0010", "NOBODY"));

        Assert.Equal("NOBODY", file.Text("7FE1,0010"));
        Assert.Equal("CT", file.Text("Modality"));
        Assert.Equal(pixels, file.File.Values.Bytes(file.Dataset[file.IndexOf("PixelData")]));
        Assert.Equal("Muster^Erika", file.Text("ReferencedPatientSequence/0/PatientName"));
        Assert.Equal(Syntax.Deflated.Uid, file.File.Values.Text(file.File.Meta, file.File.Meta.Find(KnownTag.TransferSyntaxUID)));
    }

    private static DatasetBuilder Write(DatasetBuilder dataset, string name, byte[] pixels) => dataset
        .Text("Modality", "CT")
        .Sequence("ReferencedPatientSequence", item => item.Text("PatientName", name))
        .Bytes("PixelData", pixels, "OW");

    private static byte[] Content(int length)
    {
        var content = new byte[length];
        for (var i = 0; i < length; i++)
            content[i] = (byte)(i * 31 + (i >> 8));
        return content;
    }

    private static byte[] Inflate(byte[] deflated)
    {
        using var inflater = new DeflateStream(new MemoryStream(deflated), CompressionMode.Decompress);
        using var target = new MemoryStream();
        inflater.CopyTo(target);
        return target.ToArray();
    }
}
