using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Dams.Tests.Support;

public sealed class ExclusiveFileTests
{
    [Fact]
    public async Task A_file_that_is_closed_a_moment_later_is_waited_for()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("file", [1]);
        var holder = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var opened = new ManualResetEventSlim();
        var waiting = Task.Run(() =>
        {
            using var alone = ExclusiveFile.Open(path);
            opened.Set();
        });

        Assert.False(opened.Wait(100));
        holder.Dispose();
        await waiting;
        Assert.True(opened.IsSet);
    }
}
