using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Sources;

public sealed class SourceFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingListener _listener = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_come_in_the_order_of_their_paths_each_folder_before_those_in_it()
    {
        foreach (var name in new[] { "b/2", "b/10", "b/a/1", "B/1", "a/z", "c" })
            _folder.Write(name.Replace('/', Path.DirectorySeparatorChar), [1]);

        var found = SourceFiles.Find([_folder.Path], new RunContext(_listener));

        Assert.Equal(["c", "B/1", "a/z", "b/10", "b/2", "b/a/1"], found.Select(file => Relative(file.Path)));
        Assert.Equal(Enumerable.Range(1, 6), found.Select(file => file.Number));
        Assert.All(found, file => Assert.Equal(_folder.Path, file.Root));
    }

    [Fact]
    public void Each_file_comes_once_however_often_it_is_named()
    {
        _folder.Write(Path.Combine("a", "1"), [1]);
        _folder.Write(Path.Combine("a", "2"), [1]);

        var found = SourceFiles.Find(
            [_folder[Path.Combine("a", "2")], _folder.Path, _folder["a"], _folder[Path.Combine("a", "..", "a")] + Path.DirectorySeparatorChar], new RunContext(_listener));

        Assert.Equal(["a/2", "a/1"], found.Select(file => Relative(file.Path)));
        Assert.Equal("", found[0].Root);
        Assert.Empty(_listener.Failures);
    }

    [UnixFact]
    public void Paths_that_lead_to_one_folder_are_one_input()
    {
        _folder.Write(Path.Combine("real", "a", "1"), [1]);
        _folder.Write(Path.Combine("real", "2"), [1]);
        Directory.CreateSymbolicLink(_folder["link"], _folder["real"]);

        var found = SourceFiles.Find([_folder["real"], _folder["link"], _folder["link/a"], _folder["link/2"]], new RunContext(_listener));

        Assert.Equal(["real/2", "real/a/1"], found.Select(file => Relative(file.Path)));
        Assert.Empty(_listener.Warnings);
        Assert.Empty(_listener.Failures);
    }

    [UnixFact]
    public void A_file_of_a_folder_that_was_read_is_not_named_anew_by_a_link_to_that_folder()
    {
        _folder.Write(Path.Combine("real", "1"), [1]);
        _folder.Write(Path.Combine("real", "2"), [1]);
        Directory.CreateSymbolicLink(_folder["link"], _folder["real"]);

        Assert.Equal(["link/2", "real/1"], Found("link/2", "real", "real/2"));
        Assert.Equal(["real/1", "real/2"], Found("real", "link/2"));

        string[] Found(params string[] paths) =>
            [.. SourceFiles.Find([.. paths.Select(path => _folder[path])], new RunContext(_listener)).Select(file => Relative(file.Path))];
    }

    [UnixFact]
    public void A_folder_that_is_a_link_is_not_entered_unless_it_is_named()
    {
        _folder.Write(Path.Combine("real", "1"), [1]);
        Directory.CreateSymbolicLink(_folder[Path.Combine("real", "loop")], _folder.Path);
        Directory.CreateSymbolicLink(_folder["link"], _folder["real"]);

        Assert.Equal(["real/1"], SourceFiles.Find([_folder.Path], new RunContext(_listener)).Select(file => Relative(file.Path)));
        var warning = Assert.Single(_listener.Warnings);
        Assert.Equal("LinkedFolders", warning.Id);
        Assert.StartsWith("2 folders are links", warning.Message, StringComparison.Ordinal);
        Assert.Equal(["link/1"], SourceFiles.Find([_folder["link"]], new RunContext(_listener)).Select(file => Relative(file.Path)));
    }

    [Fact]
    [CoversError("NoSuchPath")]
    public void A_path_that_leads_nowhere_is_told_and_the_others_are_read()
    {
        _folder.Write("1", [1]);

        var found = SourceFiles.Find([_folder["Muster_Erika"], _folder["1"]], new RunContext(_listener));

        Assert.Single(found);
        var failure = Assert.Single(_listener.Failures);
        Assert.Equal("NoSuchPath", failure.Error.Id);
        Assert.Equal(_folder["Muster_Erika"], failure.SourcePath);
        Assert.StartsWith("Path 1: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Muster", failure.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    [CoversError("UnreadableFolder")]
    public void A_folder_that_cannot_be_read_is_told_and_the_others_are_read()
    {
        // A path longer than the system takes can be made by moving, and nobody can read it, whatever the account may.
        var deep = Directory.CreateDirectory(Path.Combine([_folder["Muster_Erika"], .. Enumerable.Repeat(new string('d', 200), 18)]));
        var tail = Directory.CreateDirectory(Path.Combine([_folder["tail"], .. Enumerable.Repeat(new string('t', 200), 4)]));
        File.WriteAllBytes(Path.Combine(tail.FullName, "1"), [1]);
        _folder.Write("1", [1]);
        Directory.Move(_folder["tail"], Path.Combine(deep.FullName, "tail"));
        try
        {
            var found = SourceFiles.Find([_folder.Path], new RunContext(_listener));

            Assert.Single(found);
            var failure = Assert.Single(_listener.Failures);
            Assert.Equal("UnreadableFolder", failure.Error.Id);
            Assert.DoesNotContain("Muster", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Move(Path.Combine(deep.FullName, "tail"), _folder["tail"]);
        }
    }

    private string Relative(string path) => Path.GetRelativePath(_folder.Path, path).Replace('\\', '/');
}
