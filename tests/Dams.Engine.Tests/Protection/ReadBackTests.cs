using System;
using System.IO;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Files;
using Dams.Protection.InPlace;
using Dams.Segmentations;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Protection;

/// <summary>What was written is read again before it takes the place of an original.</summary>
public sealed class ReadBackTests : IDisposable
{
    private readonly BatchScene _scene = new();

    public void Dispose() => _scene.Dispose();

    public static TheoryData<string> Faults { get; } =
        ["tag", "length", "cut", "longer", "swapped", "lost", "syntax", "item", "empty"];

    [Fact]
    [CoversError("UnreadableOutput")]
    public void An_original_is_not_replaced_by_what_cannot_be_read_again()
    {
        var path = _scene.Write("a/IM1");
        var before = BatchScene.Tree(_scene.Source);
        using var file = DicomFile.Open(path);
        var edits = new EditList(file);
        edits.RewritePixels(file.Dataset.Find(KnownTag.PixelData), new Rubbish());

        var error = Assert.Throws<DamsException>(() =>
            new InPlaceWriter(_scene.InPlace() with { Backup = _scene["backup"] }).Write(path, FileStamp.Read(path), file, edits, default));

        Assert.Equal(("UnreadableOutput", ErrorScope.File), (error.Id, error.Scope));
        Assert.Equal(before, BatchScene.Tree(_scene.Source));
        Assert.False(Directory.Exists(_scene["backup"]) && Directory.EnumerateFiles(_scene["backup"], "IM1", SearchOption.AllDirectories).Any());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_repaired_or_linked_file_is_read_again_too(bool inPlace)
    {
        var path = _scene.Write("a/IM1");
        var before = BatchScene.Tree(_scene.Source);
        var target = inPlace ? path : _scene["source/a/IM2"];

        var error = Assert.Throws<DamsException>(() => AtomicRewrite.Write(
            path, target, (file, edits) => edits.RewritePixels(file.Dataset.Find(KnownTag.PixelData), new Rubbish()), default));

        Assert.Equal("UnreadableOutput", error.Id);
        Assert.Equal(before, BatchScene.Tree(_scene.Source));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_in_what_was_written_is_found(string fault)
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, Write);
        var edits = Edits(file);
        using var target = new MemoryStream();
        FileRewriter.Write(file.File, edits, target, default);
        var right = target.ToArray();
        var path = _scene.WriteBytes("written", right);

        OutputVerifier.Verify(file.File, edits, path);

        File.WriteAllBytes(path, Spoiled(right, fault));
        Assert.Equal("UnreadableOutput", Assert.Throws<DamsException>(() => OutputVerifier.Verify(file.File, edits, path)).Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_last_element_may_go_from_behind_delimiters_that_delimit_nothing(bool hasPixelData)
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset =>
        {
            dataset.Text("Modality", "CT");
            if (hasPixelData)
                dataset.Bytes("PixelData", [1, 2], "OW");
            dataset.ItemHeader(0xE0DD, 0).ItemHeader(0xE00D, 0).Text("PatientComments", "none");
        });
        var edits = new EditList(file.File);
        edits.Remove(file.IndexOf("PatientComments"));
        using var target = new MemoryStream();
        FileRewriter.Write(file.File, edits, target, default);
        var right = target.ToArray();

        OutputVerifier.Verify(file.File, edits, _scene.WriteBytes("written", right));

        var error = Assert.Throws<DamsException>(() => OutputVerifier.Verify(file.File, edits, _scene.WriteBytes("cut", right[..^8])));
        Assert.Equal("UnreadableOutput", error.Id);
    }

    [Fact]
    public void An_element_that_the_edits_do_not_name_may_not_be_missing_or_other()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, Write);
        var path = _scene.WriteBytes("written", file.Rewrite(edits => edits.Remove(file.IndexOf("PatientID"))));

        Action<EditList>[] others =
        [
            _ => { },
            edits => edits.Remove(file.IndexOf("PatientName")),
            edits => edits.Replace(file.IndexOf("PatientID"), "X"u8, (byte)' '),
            edits => edits.Insert(ElementTree.Root, KnownTag.PatientID, (buffer, form) => buffer.Write(form, KnownTag.PatientID, Vr.LO, "X")),
        ];
        Assert.All(others, edit =>
        {
            var edits = new EditList(file.File);
            edit(edits);
            edits.Complete();
            Assert.Equal("UnreadableOutput", Assert.Throws<DamsException>(() => OutputVerifier.Verify(file.File, edits, path)).Id);
        });
    }

    [Fact]
    public void An_ordinary_file_is_not_read_again_on_its_way_to_a_destination()
    {
        using var ordinary = new OpenedFile(Syntax.ExplicitLittle, dataset => FileBuilder.WriteCT(dataset));
        using var belied = new OpenedFile(
        [
            .. FileBuilder.Prefix, .. FileBuilder.Meta(Syntax.ExplicitLittle), .. FileBuilder.Dataset(Syntax.ImplicitLittle, dataset => FileBuilder.WriteCT(dataset)),
        ]);
        using var alone = new OpenedFile(FileBuilder.Dataset(Syntax.ExplicitLittle, dataset => FileBuilder.WriteCT(dataset)));
        using var deflated = new OpenedFile(Syntax.Deflated, dataset => FileBuilder.WriteCT(dataset));

        Assert.False(IsDue(ordinary));
        Assert.True(IsDue(belied));
        Assert.True(IsDue(alone));
        Assert.True(IsDue(deflated));

        Action<DatasetBuilder>[] odd =
        [
            dataset => dataset.Text("Modality", "CT").ItemHeader(0xE0DD, 0).Text("PatientID", "MRN-4711"),
            dataset => dataset.Text("Modality", "CT").Raw(0x10, 0, 0x20, 0, 0, 0, 8, 0).Raw("MRN-4711"u8.ToArray()),
            dataset => dataset.Bytes("PixelData", [1, 2], "OW").Text("PatientID", "MRN-4711"),
            dataset => dataset.Text("0008,0000", "\0\0\0\0", "UL").Text("Modality", "CT"),
            dataset => dataset.Bytes("PixelData", [1, 2], "OW").Raw("tail"u8.ToArray()),
        ];
        Assert.All(odd, write =>
        {
            using var file = new OpenedFile(Syntax.ExplicitLittle, write);
            Assert.True(IsDue(file));
        });

        static bool IsDue(OpenedFile file) => OutputVerifier.IsNeeded(file.File, new EditList(file.File));
    }

    private static void Write(DatasetBuilder dataset) => dataset
        .Text("Modality", "CT")
        .Sequence("ReferencedStudySequence", item => item.Text("StudyDescription", "a").Text("PatientName", "Muster^Erika"))
        .Text("PatientName", "Muster^Erika")
        .Text("PatientID", "MRN-4711")
        .Bytes("PixelData", [1, 2, 3, 4], "OW");

    private static EditList Edits(OpenedFile file)
    {
        var edits = new EditList(file.File);
        edits.Replace(file.IndexOf("ReferencedStudySequence/0/PatientName"), "SUBJ-1"u8, (byte)' ');
        edits.Remove(file.IndexOf("PatientName"));
        edits.Insert(ElementTree.Root, KnownTag.PatientIdentityRemoved, (buffer, form) =>
            buffer.Write(form, KnownTag.PatientIdentityRemoved, Vr.CS, "YES"));
        return edits;
    }

    private static byte[] Spoiled(byte[] right, string fault)
    {
        var bytes = (byte[])right.Clone();
        var id = right.AsSpan().IndexOf("MRN-4711"u8) - 8;
        switch (fault)
        {
            case "tag":
                bytes[id + 2] = 0x30;
                return bytes;
            case "length":
                bytes[id + 6] = 6;
                return bytes;
            case "cut":
                return bytes[..^1];
            case "longer":
                return [.. bytes, 0];
            case "swapped":
                return [.. bytes[..id], .. bytes[(id + 16)..(id + 28)], .. bytes[id..(id + 16)], .. bytes[(id + 28)..]];
            case "lost":
                return [.. bytes[..id], .. bytes[(id + 16)..]];
            case "syntax":
                // 1.2.840.10008.1.2.1 becomes that of big endian.
                bytes[right.AsSpan().IndexOf("1.2.840.10008.1.2.1\0"u8) + 18] = (byte)'2';
                return bytes;
            case "item":
                bytes[right.AsSpan().IndexOf(new byte[] { 0xFE, 0xFF, 0x00, 0xE0 }) + 4]--;
                return bytes;
            default:
                return [];
        }
    }

    /// <summary>Writes what is no element.</summary>
    private sealed class Rubbish : IPixelRewriter
    {
        public void Rewrite(ByteSource source, Element element, Action<ReadOnlyMemory<byte>> emit) => emit(new byte[] { 0xE0, 0x7F, 0x10, 0, 1, 2, 3 });
    }
}
