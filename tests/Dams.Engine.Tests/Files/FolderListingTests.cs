using System;
using System.IO;
using System.Linq;
using Dams.Files;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Files;

/// <summary>What is in a folder, by its name and its kind.</summary>
public sealed class FolderListingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_and_folders_come_apart_in_the_order_of_their_names()
    {
        foreach (var name in new[] { "b", "B", "a10", "a9", ".hidden", "Ä" })
            _folder.Write(name, [1]);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "z"));
        Directory.CreateDirectory(Path.Combine(_folder.Path, ".y"));

        var listing = FolderListing.Read(_folder.Path);

        Assert.Equal([".hidden", "B", "a10", "a9", "b", "Ä"], listing.Files.Select(Path.GetFileName));
        Assert.Equal([".y", "z"], listing.Folders.Select(Path.GetFileName));
    }

    [UnixFact]
    public void A_link_counts_as_what_it_leads_to()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "folder"));
        Link("to-folder", "folder");
        Link("to-file", _folder.Write("file", [1]));
        Link("to-nothing", "nothing");

        var listing = FolderListing.Read(_folder.Path);

        Assert.Equal(["file", "to-file", "to-nothing"], listing.Files.Select(Path.GetFileName));
        Assert.Equal(["folder", "to-folder"], listing.Folders.Select(Path.GetFileName));
    }

    [Fact]
    public void A_folder_that_is_gone_is_told() => Assert.Throws<DirectoryNotFoundException>(() => FolderListing.Read(Path.Combine(_folder.Path, "gone")));

    private void Link(string name, string target) => File.CreateSymbolicLink(Path.Combine(_folder.Path, name), target);
}
