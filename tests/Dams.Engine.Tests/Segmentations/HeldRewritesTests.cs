using System.IO;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Segmentations;
using Dams.Sources;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Segmentations;

/// <summary>A segmentation that is changed in memory, twice as a job does it, reads as the one that is changed on the disk.</summary>
public sealed class HeldRewritesTests
{
    [Theory]
    [InlineData(1 << 20, false)]
    [InlineData(0, false)]
    [InlineData(1 << 20, true)]
    [InlineData(0, true)]
    public void It_holds_what_would_have_been_written(long budget, bool hasLengthToEnd)
    {
        using var folder = new TemporaryFolder();
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset => Write(dataset, hasLengthToEnd));
        var path = folder.Write("SegmentationNo_0/held.dcm", bytes);
        var written = folder.Write("SegmentationNo_0/written.dcm", bytes);
        AtomicRewrite.Write(written, written, (file, edits) => Name(file, edits, "1.2.3.456"), default);
        AtomicRewrite.Write(written, written, (file, edits) => Name(file, edits, "1.2.3.45678.9"), default);

        var source = new SourceFile(folder.Path, path, 1);
        var held = new HeldRewrites();
        InstanceHeader header;
        using (var file = DicomFile.Open(path, ReadScope.WithoutPixelData))
            header = InstanceHeader.ReadForRepairInMemory(source, file, new HeaderBudget(budget));
        Assert.Equal(budget > 0, header.Held is not null);
        held.Write(header, (file, edits) => Name(file, edits, "1.2.3.456"), default);
        using (var file = held.Of(source).Open(ReadScope.WithoutPixelData, default))
            header = InstanceHeader.Read(held.Of(source), file);
        Assert.Equal("1.2.3.456", header.Facts.SeriesInstanceUID);
        held.Write(header, (file, edits) => Name(file, edits, "1.2.3.45678.9"), default);

        var result = Assert.Single(held.Complete([header]));
        Assert.Null(result.Held);
        using var whole = result.File.Open(ReadScope.Whole, default);
        var content = new byte[whole.Source.Length];
        whole.Source.CopyTo(0, content);
        Assert.Equal(File.ReadAllBytes(written), content);
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    private static void Name(DicomFile file, EditList edits, string uid) => edits.Set(file, ElementTree.Root, KnownTag.SeriesInstanceUID, Vr.UI, uid);

    private static void Write(DatasetBuilder dataset, bool hasLengthToEnd)
    {
        if (hasLengthToEnd)
            dataset.LongNumbers("00080001", 700);
        dataset.Text("SOPClassUID", "1.2.840.10008.5.1.4.1.1.2").Text("SOPInstanceUID", "1.2.3.4.1").Text("SeriesInstanceUID", "1.2.3.4");
        dataset.Numbers("BitsAllocated", 8).Bytes("PixelData", new byte[1000], "OB");
    }
}
