using System;
using System.IO;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Files;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom.Rewriting;

public sealed class EditedContentTests
{
    private static readonly byte[] Pixels = Noise(700_000);

    [Theory]
    [InlineData("ExplicitLittle")]
    [InlineData("ImplicitLittle")]
    [InlineData("ExplicitBig")]
    [InlineData("Deflated")]
    public void What_is_rewritten_of_it_is_what_is_rewritten_of_the_file_that_was_written(string name)
    {
        using var file = new OpenedFile(FileBuilder.Build(Syntaxes.Find(name), Write));
        using var written = new OpenedFile(file.Rewrite(edits => Rename(file.File, edits, "FIRST^LONGER THAN BEFORE")));
        var content = EditedContent.Of(file.Path, null, null, file.File, Edits(file.File, "FIRST^LONGER THAN BEFORE"));

        using var edited = content.Open(ReadScope.Whole, default);

        Assert.Equal(Rewritten(written.File, "B"), Rewritten(edited, "B"));
        Assert.Equal(Pixels, PixelsOf(edited));
    }

    [Fact]
    public void Its_header_is_read_without_the_file_where_that_is_held()
    {
        using var file = new OpenedFile(FileBuilder.Build(Syntax.ExplicitLittle, Write), ReadScope.WithoutPixelData);
        var held = HeldHeader.Of(file.File);
        Assert.NotNull(held);
        var content = EditedContent.Of(file.Path, null, held, file.File, Edits(file.File, "HELD"));
        file.File.Dispose();
        File.Delete(file.Path);

        using (var header = content.Open(ReadScope.WithoutPixelData, default))
        {
            Assert.Equal("HELD", NameIn(header));
            content = content.With(header, Edits(header, "TWICE"));
        }
        using (var again = content.Open(ReadScope.WithoutPixelData, default))
            Assert.Equal("TWICE", NameIn(again));
        Assert.ThrowsAny<IOException>(() => content.Open(ReadScope.Whole, default));
        Assert.ThrowsAny<IOException>(() => content.WithoutHeader().Open(ReadScope.WithoutPixelData, default));
    }

    [Fact]
    public void A_file_that_became_longer_or_shorter_is_refused()
    {
        using var file = new OpenedFile(FileBuilder.Build(Syntax.ExplicitLittle, Write));
        var content = EditedContent.Of(file.Path, null, null, file.File, Edits(file.File, "NEW"));
        file.File.Dispose();

        File.WriteAllBytes(file.Path, File.ReadAllBytes(file.Path)[..^2]);

        Assert.Equal(nameof(FileErrors.SourceChanged), Assert.Throws<DamsException>(() => content.Open(ReadScope.Whole, default)).Id);
    }

    [Fact]
    public void A_file_that_was_written_anew_with_the_same_length_is_refused()
    {
        using var file = new OpenedFile(FileBuilder.Build(Syntax.ExplicitLittle, Write));
        var content = EditedContent.Of(file.Path, FileStamp.Read(file.Path), null, file.File, Edits(file.File, "NEW"));
        content.Open(ReadScope.Whole, default).Dispose();

        File.SetLastWriteTimeUtc(file.Path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(nameof(FileErrors.SourceChanged), Assert.Throws<DamsException>(() => content.Open(ReadScope.Whole, default)).Id);
    }

    [Fact]
    public void Headers_are_held_as_far_as_their_budget_goes()
    {
        using var file = new OpenedFile(FileBuilder.Build(Syntax.ExplicitLittle, Write), ReadScope.WithoutPixelData);
        var budget = new HeaderBudget(3 * (file.File.Dataset.End + 256));

        Assert.Equal(3, new int[5].Count(_ => HeldHeader.Of(file.File, budget) is not null));
    }

    [Fact]
    public void A_header_of_some_megabytes_is_not_held()
    {
        using var file = new OpenedFile(
            FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset.Bytes("00091001", new byte[5_000_000], "OB")), ReadScope.WithoutPixelData);

        Assert.Null(HeldHeader.Of(file.File));
    }

    private static void Write(DatasetBuilder dataset)
    {
        dataset.Text("PatientName", "Muster^Erika");
        dataset.Bytes("PixelData", Pixels, "OW");
    }

    private static EditList Edits(DicomFile file, string name)
    {
        var edits = new EditList(file);
        Rename(file, edits, name);
        return edits;
    }

    private static void Rename(DicomFile file, EditList edits, string name) =>
        edits.Replace(file.Dataset.Find(KnownTag.PatientName), System.Text.Encoding.ASCII.GetBytes(name), (byte)' ');

    private static byte[] Rewritten(DicomFile file, string name)
    {
        using var target = new MemoryStream();
        FileRewriter.Write(file, Edits(file, name), target, default);
        return target.ToArray();
    }

    private static string NameIn(DicomFile file) => file.Values.Text(file.Dataset, file.Dataset.Find(KnownTag.PatientName));

    private static byte[] PixelsOf(DicomFile file)
    {
        var element = file.Dataset[file.Dataset.Find(KnownTag.PixelData)];
        var bytes = new byte[element.ValueLength];
        file.Source.CopyTo(element.ValueOffset, bytes);
        return bytes;
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }
}
