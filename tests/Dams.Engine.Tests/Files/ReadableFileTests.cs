using System;
using System.Diagnostics;
using System.IO;
using Dams.Files;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Files;

/// <summary>A file that is opened to be read: any place of it, and nothing that is no file.</summary>
public sealed class ReadableFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Any_place_can_be_read_and_the_end_gives_fewer_bytes()
    {
        using var file = ReadableFile.Open(_folder.Write("Müller, 김.dcm", [1, 2, 3, 4, 5]))!;
        var buffer = new byte[4];

        Assert.Equal(5, file.Length);
        Assert.Equal(3, file.Read(2, buffer, 0, 4));
        Assert.Equal([3, 4, 5, 0], buffer);
        Assert.Equal(2, file.Read(0, buffer, 2, 2));
        Assert.Equal([3, 4, 1, 2], buffer);
        Assert.Equal(0, file.Read(5, buffer, 0, 4));
    }

    [Fact]
    public void An_empty_file_is_none() => Assert.Null(ReadableFile.Open(_folder.Write("empty", [])));

    [UnixFact]
    public void Nobody_waits_for_who_writes_into_a_pipe()
    {
        var path = Path.Combine(_folder.Path, "pipe");
        using (var made = Process.Start("mkfifo", path))
            made.WaitForExit();

        Assert.Null(ReadableFile.Open(path));
    }

    [UnixFact]
    public void A_device_has_no_bytes() => Assert.Null(ReadableFile.Open("/dev/zero"));

    [Fact]
    public void A_file_that_another_program_writes_is_refused()
    {
        var path = _folder.Write("held", [1]);
        using var writer = ExclusiveFile.Open(path, FileAccess.Write);

        Assert.Throws<IOException>(() => ReadableFile.Open(path));
    }

    [Fact]
    public void Several_may_read_it_at_one_time()
    {
        var path = _folder.Write("shared", [1]);
        using var first = ReadableFile.Open(path);
        using var second = ReadableFile.Open(path);

        Assert.Equal(1, second!.Length);
    }

    [Fact]
    public void What_is_not_there_is_told_as_such() => Assert.Throws<FileNotFoundException>(() => ReadableFile.Open(Path.Combine(_folder.Path, "none")));

    [Fact]
    public void A_folder_cannot_be_read() => Assert.ThrowsAny<Exception>(() =>
    {
        using var folder = ReadableFile.Open(_folder.Path);
        return folder!.Read(0, new byte[1], 0, 1);
    });
}
