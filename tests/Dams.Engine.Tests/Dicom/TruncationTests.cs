using System;
using System.IO;
using System.Linq;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

/// <summary>Files that are cut or damaged anywhere: they read, and then as what they are, or they give a reason.</summary>
public sealed class TruncationTests
{
    [Theory]
    [MemberData(nameof(Syntaxes.All), MemberType = typeof(Syntaxes))]
    public void A_file_that_is_cut_anywhere_reads_or_gives_a_reason(string name)
    {
        var bytes = Build(name);
        using var folder = new TemporaryFolder();

        for (var length = 0; length <= bytes.Length; length++)
            AssertReadsOrGivesReason(folder, bytes[..length]);
    }

    [Theory]
    [MemberData(nameof(Syntaxes.All), MemberType = typeof(Syntaxes))]
    public void A_file_with_any_byte_changed_reads_or_gives_a_reason(string name)
    {
        var bytes = Build(name);
        using var folder = new TemporaryFolder();

        for (var index = 128; index < bytes.Length; index++)
        {
            foreach (var mask in new byte[] { 0x01, 0x80, 0xFF })
            {
                bytes[index] ^= mask;
                AssertReadsOrGivesReason(folder, bytes);
                bytes[index] ^= mask;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Syntaxes.All), MemberType = typeof(Syntaxes))]
    public void A_file_with_any_four_bytes_of_ones_or_zeros_reads_or_gives_a_reason(string name)
    {
        var bytes = Build(name);
        using var folder = new TemporaryFolder();

        for (var index = 132; index + 4 <= bytes.Length; index++)
        {
            foreach (var value in new byte[] { 0x00, 0xFF })
            {
                var damaged = (byte[])bytes.Clone();
                damaged.AsSpan(index, 4).Fill(value);
                AssertReadsOrGivesReason(folder, damaged);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Plain), MemberType = typeof(Syntaxes))]
    public void A_file_that_is_cut_inside_an_element_is_never_taken_for_whole(string name)
    {
        var bytes = Build(name);
        using var whole = new OpenedFile(bytes);
        var ends = Enumerable.Range(0, whole.Dataset.Count)
            .Where(i => whole.Dataset[i].Parent == ElementTree.Root)
            .Select(i => whole.Dataset[i].End)
            .Append(whole.File.DatasetOffset)
            .ToHashSet();
        // A fragment for each frame is all there is; some writers leave out the delimiter behind them.
        if (!Syntaxes.Find(name).IsBigEndian)
            ends.Add(bytes.Length - 8);

        for (var length = (int)whole.File.DatasetOffset; length < bytes.Length; length++)
        {
            var end = ends.Where(end => end <= length).Max();
            // Zeros behind an element are padding, wherever they came from.
            if (bytes.AsSpan((int)end, (int)(length - end)).IndexOfAnyExcept((byte)0) < 0)
                Assert.Equal(end, EndOf(bytes[..length]));
            else
                Assert.Contains(Rejection.Get(bytes[..length]).Id, new[] { "TruncatedHeader", "TruncatedElement" });
        }

        static long EndOf(byte[] cut)
        {
            using var file = new OpenedFile(cut);
            return file.Dataset.End;
        }
    }

    [Fact]
    public void A_deflated_dataset_that_is_cut_is_never_taken_for_whole()
    {
        var bytes = Build(nameof(Syntax.Deflated));
        int start;
        using (var whole = new OpenedFile(bytes))
            start = (int)whole.File.DatasetOffset;
        // The last byte may be the one that makes the length of the stream even.
        for (var length = start; length < bytes.Length - 1; length++)
        {
            var error = Rejection.Get(bytes[..length]);
            Assert.Equal("TruncatedHeader", error.Id);
            Assert.Equal($"The file ends at byte {length}, where the end of the deflated dataset was expected.", error.Cause);
        }
    }

    [Theory]
    [MemberData(nameof(Syntaxes.All), MemberType = typeof(Syntaxes))]
    public void A_file_that_is_refused_is_closed(string name)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("cut.dcm", Build(name)[..^2]);

        Assert.Throws<DamsException>(() => DicomFile.Open(path).Dispose());

        using var alone = ExclusiveFile.Open(path);
        Assert.True(alone.CanWrite);
    }

    private static void AssertReadsOrGivesReason(TemporaryFolder folder, byte[] bytes)
    {
        var path = folder.Write("damaged.dcm", bytes);
        try
        {
            using var file = DicomFile.Open(path);
            for (var i = 0; i < file.Dataset.Count; i++)
                Assert.InRange(file.Dataset[i].End, file.Dataset[i].ValueOffset + file.Dataset[i].ValueLength, file.Source.Length);
            using var target = new MemoryStream();
            FileRewriter.Write(file, new EditList(file), target, default);
            if (!file.Syntax.IsDeflated)
                Assert.Equal(bytes, target.ToArray());
        }
        catch (DamsException e)
        {
            Assert.Equal(ErrorScope.File, e.Scope);
            Assert.DoesNotContain("Muster", e.Message, StringComparison.Ordinal);
        }
    }

    // PS3.5 section A.4: only little endian has fragments.
    private static byte[] Build(string name)
    {
        var syntax = Syntaxes.Find(name);
        return FileBuilder.Build(syntax, dataset =>
        {
            dataset
                .Text("SpecificCharacterSet", "ISO_IR 100")
                .Sequence(
                    "ReferencedSeriesSequence",
                    item => item.UndefinedSequence("ReferencedSOPSequence", inner => inner.Text("ReferencedSOPInstanceUID", "1.2.3")),
                    item => item.Text("SeriesInstanceUID", "1.2.4"))
                .Text("0009,0010", "NOBODY 1.0")
                .Sequence("0009,1001", "UN", isUndefined: true, item => item.Text("PatientName", "Muster^Erika"))
                .Sequence("0009,1002", "UN", isUndefined: false, item => item.Text("PatientName", "Muster^Erika"))
                .Text("PatientName", "Muster^Erika")
                .Text("PatientID", "MRN-4711")
                .Text("NumberOfFrames", "2");
            // PS3.5 section A.4: big endian has no fragments.
            if (syntax.IsBigEndian)
                dataset.Bytes("PixelData", [1, 2, 3, 4], "OW");
            else
                dataset.Fragments([1, 2, 3, 4], [5, 6]);
        });
    }
}
