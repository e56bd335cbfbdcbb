using System;
using System.IO;
using System.Linq;
using Dams.Sources;
using Xunit;

namespace Dams.Tests.Sources;

public sealed class SourceFileListTests
{
    [Fact]
    public void Files_come_out_as_they_went_in()
    {
        SourceFile[] files =
        [
            new("/a", "/a/IM1", 1),
            new("/a", "/a/IM10", 2),
            new("/a", "/a/IM1", 3),
            new("/a", "/a/b/IM1", 4),
            new("/a", "/a/b/IM2", 5),
            new("", "/a/b/IM2", 9),
            new("/a", "/a/b/\u00FC\u65E5", 7),
            new("/a", "/a/b/" + new string('x', 5000), 8),
            new("/a", "/a/b/" + new string('x', 40000), 10),
            new("/a", "/a/b/IM2", 11),
            new("/ab", "/ab/IM2", 12),
            new("/", "/IM2", 13),
            new("/", "IM2", 14),
        ];
        var list = new SourceFileList();
        foreach (var file in files)
            list.Add(file.Root, file.Path, file.Number);

        Assert.Equal(files, list);
        Assert.Equal(files, Enumerable.Range(0, list.Count).Select(i => list[i]));
    }

    [Fact]
    public void Many_files_need_few_bytes_each()
    {
        const int count = 20_000, mostForEach = 80;
        var paths = Enumerable.Range(0, count).Select(i => Path.Combine($"/source/series{i / 500:D4}", $"1.2.840.113619.2.55.3.604688119.{i}.dcm")).ToArray();
        var list = new SourceFileList();
        list.Add("/source", paths[0], 1);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < count; i++)
            list.Add("/source", paths[i], i + 1);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, mostForEach * count);
    }
}
