using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Protection;

public sealed class DestinationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingListener _listener = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [CoversError("DestinationInsideSource")]
    [InlineData("in")]
    [InlineData("in/out")]
    [InlineData("in/a/deep/out")]
    [InlineData("x/../in/out")]
    public void A_destination_inside_the_source_is_refused(string destination)
    {
        _folder.Write(Path.Combine("in", "a", "1"), CT.Slice());

        var error = Assert.Throws<DamsException>(() => Batch.Run(Batch.Options(_folder[destination]), _listener, _folder["in"]));

        Assert.Equal("DestinationInsideSource", error.Id);
        Assert.Equal(ErrorScope.Configuration, error.Scope);
        Assert.Equal("a", Path.GetFileName(Path.GetDirectoryName(Assert.Single(Batch.Tree(_folder["in"]).Keys))));
    }

    [Theory]
    [InlineData("in-out")]
    [InlineData("out")]
    [InlineData("")]
    public void A_destination_beside_or_above_the_source_is_not(string destination)
    {
        _folder.Write(Path.Combine("in", "1"), CT.Slice());

        Assert.Equal(1, Assert.Single(Batch.Run(Batch.Options(_folder[destination]), _listener, _folder["in"])).InstanceCount);
    }

    [Fact]
    [CoversError("UnwritableDestination")]
    public void A_destination_that_cannot_be_written_to_is_an_error_before_anything_is_done()
    {
        _folder.Write("file", [1]);
        _folder.Write(Path.Combine("in", "1"), CT.Slice());

        var error = Assert.Throws<DamsException>(
            () => Batch.Run(Batch.Options(_folder[Path.Combine("file", "out")]), _listener, _folder["in"]));

        Assert.Equal("UnwritableDestination", error.Id);
        Assert.Equal(ErrorScope.Configuration, error.Scope);
        Assert.Equal([1], File.ReadAllBytes(_folder["file"]));
        Assert.Empty(_listener.Failures);
    }

    [Fact]
    public void Nothing_is_made_before_there_is_something_to_protect()
    {
        Assert.Empty(Batch.Run(Batch.Options(_folder["out"]), _listener, [], Batch.Nothing));

        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void A_destination_is_made_with_the_folders_that_it_needs_and_holds_nothing_but_output()
    {
        _folder.Write(Path.Combine("in", "1"), CT.Slice());
        var destination = Path.Combine("a", "b", "out");

        Batch.Run(Batch.Options(_folder[destination]), _listener, _folder["in"]);

        Assert.Single(Batch.Tree(_folder[destination]));
        Assert.Single(Directory.GetFileSystemEntries(_folder[destination]));
    }

    [Fact]
    public void Keeping_the_structure_keeps_folders_and_names()
    {
        _folder.Write(Path.Combine("in", "x", "y", "IM1"), CT.Slice(number: 1));
        _folder.Write(Path.Combine("in", "IM2.dcm"), CT.Slice(number: 2));
        var single = _folder.Write(Path.Combine("elsewhere", "IM3"), CT.Slice(series: "1.2.3.2"));

        Batch.Run(Batch.Options(_folder["out"]) with { KeepStructure = true }, _listener, _folder["in"], single);

        Assert.Equal(["IM2.dcm", "IM3", "x/y/IM1"], Batch.Tree(_folder["out"]).Keys.Select(key => key.Replace('\\', '/')));
    }

    [Fact]
    [CoversError("OutputNameTaken")]
    public void Two_files_that_would_have_one_name_do_not_overwrite_each_other()
    {
        _folder.Write(Path.Combine("a", "IM1"), CT.Slice("MRN-1", "1.2.1", "1.2.1.1"));
        _folder.Write(Path.Combine("b", "IM1"), CT.Slice("MRN-2", "1.2.2", "1.2.2.1"));
        var options = Batch.Options(_folder["out"]) with { KeepStructure = true, Force = true };

        var results = Batch.Run(options, new RunContext(_listener) { Workers = 1 }, _folder["a"], _folder["b"]);

        Assert.Equal([1, 0], results.Select(result => result.InstanceCount));
        Assert.Equal("OutputNameTaken", Assert.Single(_listener.Failures).Error.Id);
        Assert.Single(Batch.Tree(_folder["out"]));
    }
}
