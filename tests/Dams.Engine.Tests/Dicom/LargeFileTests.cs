using System;
using System.Collections.Generic;
using System.IO;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

/// <summary>Files of several GiB, sparse so that they take no room: memory does not grow with the image.</summary>
public sealed class LargeFileTests
{
    private const long GiB = 1L << 30;
    private const int MiB = 1 << 20;
    private const uint Longest = 0xFFFFFFFE;

    [Fact]
    public void The_longest_element_and_what_follows_beyond_four_gibibytes_are_rewritten_in_little_memory()
    {
        using var folder = new TemporaryFolder();
        var head = FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
            .Text("PatientName", "Muster^Erika").Header("PixelData", "OW", Longest));
        var behind = FileBuilder.Dataset(Syntax.ExplicitLittle, dataset => dataset.Text("7FE1,0010", "NOBODY"));
        Assert.True(head.Length + (long)Longest > uint.MaxValue);
        var path = WriteSparse(folder, (0, head), (head.Length + (long)Longest, behind));

        AssertRewrites(path, head.Length + Longest + behind.Length, ["PatientName PN", "PixelData OW", "(7FE1,0010) LO"], Longest);
    }

    [Fact]
    public void Fragments_of_more_than_a_gibibyte_are_one_element()
    {
        const uint length = 1u << 29;
        using var folder = new TemporaryFolder();
        var head = FileBuilder.Build(Syntax.JpegBaseline, dataset => dataset
            .Text("PatientName", "Muster^Erika").Header("PixelData", "OB", 0xFFFFFFFF).ItemHeader(0xE000, 0).ItemHeader(0xE000, length));
        var middle = FileBuilder.Dataset(Syntax.JpegBaseline, dataset => dataset.ItemHeader(0xE000, length));
        var end = FileBuilder.Dataset(Syntax.JpegBaseline, dataset => dataset.ItemHeader(0xE0DD, 0));
        var path = WriteSparse(
            folder, (0, head), (head.Length + (long)length, middle), (head.Length + 8 + (2L * length), middle), (head.Length + 16 + (3L * length), end));

        AssertRewrites(path, head.Length + 24 + (3L * length), ["PatientName PN", "PixelData OB"], (3L * length) + 32);
    }

    [Fact]
    public void An_item_of_several_gibibytes_has_its_length_made_right()
    {
        const uint length = 5u << 29;
        using var folder = new TemporaryFolder();
        var content = FileBuilder.Dataset(Syntax.ExplicitLittle, item => item
            .Text("PatientName", "Muster^Erika").Header("0043,1001", "OB", length));
        var head = FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
            .Header("ReferencedPatientSequence", "SQ", length + (uint)content.Length + 8)
            .ItemHeader(0xE000, length + (uint)content.Length).Raw(content));
        var path = WriteSparse(folder, (0, head), (head.Length + (long)length, []));
        using var file = DicomFile.Open(path);
        var edits = new EditList(file);
        edits.Replace(2, "SUBJ-1"u8, (byte)' ');
        using var start = new StartOf(head.Length - 6);

        FileRewriter.Write(file, edits, start, default);

        Assert.Equal(head.Length + length - 6, start.Length);
        var changed = FileBuilder.Dataset(Syntax.ExplicitLittle, item => item.Text("PatientName", "SUBJ-1").Header("0043,1001", "OB", length));
        Assert.Equal(
            FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
                .Header("ReferencedPatientSequence", "SQ", length + (uint)changed.Length + 8)
                .ItemHeader(0xE000, length + (uint)changed.Length).Raw(changed)),
            start.Bytes);
    }

    private static void AssertRewrites(string path, long length, string[] outline, long valueLength)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var file = DicomFile.Open(path);
        var edits = new EditList(file);
        edits.Replace(0, "SUBJ-1"u8, (byte)' ');
        using var target = new StartOf(0);
        FileRewriter.Write(file, edits, target, default);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(length, file.Source.Length);
        Assert.Equal(length, file.Dataset.End);
        Assert.Equal(length - 6, target.Length);
        Assert.Equal(outline.Length, file.Dataset.Count);
        for (var i = 0; i < outline.Length; i++)
        {
            var keyword = DataDictionary.KeywordOf(file.Dataset[i].Tag);
            Assert.Equal(outline[i], $"{(keyword.Length > 0 ? keyword : file.Dataset[i].Tag)} {file.Dataset[i].Vr}");
        }
        Assert.Contains(valueLength, Lengths(file));
        Assert.True(allocated < 4 * MiB, $"{allocated / MiB} MiB were allocated.");
    }

    private static IEnumerable<long> Lengths(DicomFile file)
    {
        for (var i = 0; i < file.Dataset.Count; i++)
            yield return file.Dataset[i].ValueLength;
    }

    private static string WriteSparse(TemporaryFolder folder, params (long Position, byte[] Bytes)[] parts)
    {
        var path = folder["large.dcm"];
        using var stream = File.Create(path);
        foreach (var (position, bytes) in parts)
        {
            stream.SetLength(position + bytes.Length);
            stream.Position = position;
            stream.Write(bytes);
        }
        Assert.True(stream.Length > GiB);
        return path;
    }
}
