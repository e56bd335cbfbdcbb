using System;
using System.IO;
using System.Linq;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Protection;

/// <summary>Files that are broken in one way each: each gives its reason, in words that name nobody, and nothing comes out.</summary>
public sealed class BrokenFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingListener _listener = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [CoversError("EmptyFile")]
    public void A_file_without_bytes() => AssertFails("EmptyFile", []);

    [Fact]
    [CoversError("TruncatedHeader")]
    public void A_file_that_ends_inside_the_header_of_an_element() =>
        AssertFails("TruncatedHeader", [.. new InstanceBuilder().Build(), 0x54, 0x00, 0x10]);

    [Fact]
    [CoversError("TruncatedElement")]
    public void A_file_that_ends_inside_a_value() => AssertFails("TruncatedElement", CT.Slice()[..400]);

    [Fact]
    [CoversError("MalformedDataset")]
    public void A_file_with_something_else_where_an_item_has_to_be() => AssertFails("MalformedDataset", new InstanceBuilder()
        .Add("ReferencedImageSequence", dataset => dataset.Text("ReferencedImageSequence", "Muster^Erika", "SQ")).Build());

    [Fact]
    [CoversError("MalformedDeflate")]
    public void A_file_whose_deflated_part_cannot_be_inflated()
    {
        byte[] source = [.. new byte[128], .. "DICM"u8, .. FileBuilder.Meta(Syntax.Deflated), .. Enumerable.Repeat((byte)0xEE, 200)];

        AssertFails("MalformedDeflate", source);
    }

    [Fact]
    [CoversError("TooManyElements")]
    public void A_file_with_more_elements_than_any_object_has()
    {
        var empty = new InstanceBuilder(syntax: Syntax.ImplicitLittle).Add("0008,0054", dataset => dataset.Text("0008,0054", ""));
        var element = FileBuilder.Dataset(Syntax.ImplicitLittle, dataset => dataset.Text("0010,4000", ""));
        var many = new byte[8 * (ReadLimits.Elements + 1)];
        for (var i = 0; i < many.Length; i += 8)
            element.CopyTo(many, i);

        AssertFails("TooManyElements", [.. empty.Build(), .. many]);
    }

    [Fact]
    [CoversError("ValueTooLong")]
    public void A_file_with_a_UID_of_many_megabytes()
    {
        var uids = new byte[ReadLimits.ValueLength + 2];
        Array.Fill(uids, (byte)'1');

        AssertFails("ValueTooLong", new InstanceBuilder(syntax: Syntax.ImplicitLittle)
            .Add("FrameOfReferenceUID", dataset => dataset.Bytes("FrameOfReferenceUID", uids)).Build());
    }

    [UnixFact]
    [CoversError("SourceChanged")]
    public void A_file_that_becomes_shorter_while_it_is_read()
    {
        var path = _folder.Write("1", CT.Slice(more: instance => instance
            .Add("PixelData", dataset => dataset.Bytes("PixelData", new byte[4 * DicomFile.WindowSize], "OW"))));
        using var writer = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        using var file = DicomFile.Open(path);
        writer.SetLength(2 * DicomFile.WindowSize);

        var error = Assert.Throws<DamsException>(() => FileRewriter.Write(file, new EditList(file), Stream.Null, default));

        Assert.Equal("SourceChanged", error.Id);
    }

    private void AssertFails(string id, byte[] source)
    {
        _folder.Write(Path.Combine("in", "Muster_Erika", "Muster.dcm"), source);
        _folder.Write(Path.Combine("in", "good"), CT.Slice());

        var results = Batch.Run(Batch.Options(_folder["out"]), _listener, _folder["in"]);

        var failure = Assert.Single(_listener.Failures);
        Assert.Equal(id, failure.Error.Id);
        Assert.Equal(ErrorScope.File, failure.Error.Scope);
        Assert.DoesNotContain("Muster", failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, results.Sum(result => result.InstanceCount));
        Assert.Single(Batch.Tree(_folder["out"]));
    }
}
