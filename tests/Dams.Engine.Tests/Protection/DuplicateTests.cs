using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Protection;

/// <summary>Files that share a SOP Instance UID, with the same bytes or with others.</summary>
public sealed class DuplicateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingListener _listener = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_bytes_twice_come_out_once_and_are_told()
    {
        foreach (var name in new[] { "1", "2", "copy" })
            Write(name, CT.Slice());
        Write("other", CT.Slice(number: 2));

        var result = Assert.Single(Batch.Run(Batch.Options(_folder["out"]), _listener, _folder["in"]));

        Assert.Equal(2, Batch.Tree(_folder["out"]).Count);
        Assert.Equal((2, 0), (result.InstanceCount, result.FailedCount));
        Assert.Equal(2, result.Files.Distinct().Count());
        var warning = Assert.Single(_listener.Warnings);
        Assert.Equal("SameBytes", warning.Id);
        Assert.StartsWith("2 files have", warning.Message, StringComparison.Ordinal);
        Assert.Empty(_listener.Failures);
    }

    [Fact]
    public void Other_bytes_under_one_UID_come_out_both_and_are_told()
    {
        Write("1", CT.Slice());
        Write("mask", Mask());

        var result = Assert.Single(Batch.Run(Batch.Options(_folder["out"]), _listener, _folder["in"]));

        Assert.Equal(2, Batch.Tree(_folder["out"]).Count);
        Assert.Equal(2, result.InstanceCount);
        Assert.Equal("SharedInstanceUid", Assert.Single(_listener.Warnings).Id);
        Assert.StartsWith("1 file has", _listener.Warnings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Their_names_do_not_depend_on_order_or_split(int workers)
    {
        Write(Path.Combine("a", "1"), CT.Slice());
        Write(Path.Combine("b", "1"), Mask());
        Write(Path.Combine("b", "2"), CT.Slice());
        Run("together", workers, _folder["in"]);
        Run("turned", workers, _folder[Path.Combine("in", "b")], _folder[Path.Combine("in", "a")]);
        Run("split", workers, _folder[Path.Combine("in", "b")]);
        Run("split", workers, _folder[Path.Combine("in", "a", "1")]);

        Assert.Equal(2, Batch.Tree(_folder["together"]).Count);
        Batch.AssertSameTree(_folder["together"], _folder["turned"]);
        Batch.AssertSameTree(_folder["together"], _folder["split"]);
    }

    [Fact]
    public void Whole_series_that_copied_their_headers_come_out_whole()
    {
        for (var i = 1; i <= 20; i++)
        {
            Write(Path.Combine("ct", $"{i}"), CT.Slice(number: i));
            Write(Path.Combine("mask", $"{i}"), CT.Slice(number: i, more: instance =>
                instance.Add("PixelData", dataset => dataset.Bytes("PixelData", [0, 0, 0, 1, 0, 0, 0, 0], "OW"))));
        }

        var result = Assert.Single(Batch.Run(Batch.Options(_folder["out"]), _listener, _folder["in"]));

        Assert.Equal(40, Batch.Tree(_folder["out"]).Count);
        Assert.Equal(40, result.InstanceCount);
        Assert.StartsWith("20 files have", Assert.Single(_listener.Warnings).Message, StringComparison.Ordinal);
    }

    private static byte[] Mask() => CT.Slice(more: instance => instance.Text("SeriesDescription", "mask"));

    private void Write(string name, byte[] bytes) => _folder.Write(Path.Combine("in", name), bytes);

    private void Run(string destination, int workers, params string[] paths)
    {
        var listener = new RecordingListener();
        // What another half wrote from the same bytes is there already: that it would be the same is what is tested.
        Batch.Run(Batch.Options(_folder[destination]) with { Force = true }, new RunContext(listener) { Workers = workers }, paths);
        Assert.Empty(listener.Failures);
    }
}
