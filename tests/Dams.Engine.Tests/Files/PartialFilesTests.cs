using System;
using System.IO;
using System.Linq;
using Dams.Files;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Files;

public sealed class PartialFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_names_leave_room_in_paths_of_260_characters()
    {
        const int longest = 48;
        var names = Enumerable.Range(0, 100).Select(_ => PartialFiles.NextName()).ToArray();
        Assert.All(names, name => Assert.InRange(name.Length, 1, longest));
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Fact]
    public void What_a_run_that_died_left_goes_and_what_only_ends_like_it_stays()
    {
        foreach (var name in new[] { ".12345678-1-12345678-1.dams-partial", "notes.dams-partial", "image.dcm" })
            File.SetLastWriteTimeUtc(_folder.Write(name, [1]), DateTime.UtcNow.AddDays(-1));
        PartialFiles.RemoveAbandoned(_folder.Path);
        Assert.Equal(["image.dcm", "notes.dams-partial"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
    }
}
