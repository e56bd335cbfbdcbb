using System;
using System.IO;
using Dams.Core;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Core;

/// <summary>On a share a call takes milliseconds, in which others can be made.</summary>
[Collection(AloneCollection.Name)]
public sealed class WorkerCountTests
{
    private const int OnShare = 16;

    [Fact]
    public void On_a_disk_of_this_machine_it_is_the_number_of_processors()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(Environment.ProcessorCount, WorkerCount.For(folder.Path));
        Assert.Equal(Environment.ProcessorCount, WorkerCount.For(folder.Write("file", [1])));
        Assert.Equal(Environment.ProcessorCount, WorkerCount.For(Path.Combine(folder.Path, "not", "there")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("relative")]
    [InlineData(@"\\?\C:\patients")]
    [InlineData(@"\\.\C:\patients")]
    public void A_path_that_says_nothing_is_one_of_this_machine(string path) => Assert.Equal(Environment.ProcessorCount, WorkerCount.For(path));

    [Theory]
    [InlineData(@"\\server\share\patients")]
    [InlineData(@"\\?\UNC\server\share\patients")]
    public void On_a_share_it_is_more(string path) => Assert.True(WorkerCount.For(path) >= OnShare);

    [NetworkShareFact]
    public void On_a_share_that_is_mounted_it_is_more()
    {
        using var share = new NetworkShare();
        var root = share.Mount();

        Assert.True(WorkerCount.For(root) >= OnShare);
        Assert.True(WorkerCount.For(Path.Combine(root, "not", "there")) >= OnShare);
    }

    [Fact]
    public void What_the_user_says_holds() => Assert.Equal(3, new RunContext(new RecordingListener()) { Workers = 3 }.WorkersFor(@"\\server\share"));
}
