using System.Collections.Generic;
using System.IO;
using Dams.Files;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Files;

/// <summary>Where paths lead on Windows, with what Windows says of them; and through the links of this system.</summary>
public sealed class RealPathTests
{
    private static readonly string Root = Path.GetPathRoot(Path.GetTempPath())!;

    [Theory]
    [InlineData(@"\\?\D:\study", @"D:\study")]
    [InlineData(@"\\?\UNC\server\study", @"\\server\study")]
    public void The_name_of_Windows_for_a_folder_becomes_the_usual_one(string known, string expected)
    {
        var path = Path.Combine(Root, "mapped");
        Assert.Equal(expected, RealPath.ResolveOnWindows(path, asked => asked == path ? known : null));
    }

    [Fact]
    public void What_is_not_there_yet_is_taken_from_the_folder_that_is()
    {
        var folder = Path.Combine(Root, "mapped");
        var expected = Path.Combine(@"\\server\study", Path.Combine("a", "b"));
        Assert.Equal(expected, RealPath.ResolveOnWindows(Path.Combine(folder, "a", "b"), asked => asked == folder ? @"\\?\UNC\server\study" : null));
    }

    [Fact]
    public void A_path_of_which_Windows_says_nothing_is_taken_as_written()
    {
        var path = Path.Combine(Root, "gone", "folder");
        Assert.Equal(path, RealPath.ResolveOnWindows(path, _ => null));
    }

    [Fact]
    public void A_folder_is_known_by_its_number_whatever_letter_its_drive_has()
    {
        var (first, second) = (Path.Combine(Root, "first"), Path.Combine(Root, "second"));
        var numbers = new Dictionary<string, int> { [first] = 7, [second] = 7, [Path.Combine(first, "out")] = 8, [Root] = 1 };
        Assert.True(IsInside(Path.Combine(second, "new", "out"), first));
        Assert.True(IsInside(second, first));
        Assert.False(IsInside(first, Path.Combine(first, "out")));
        Assert.False(IsInside(Path.Combine(Root, "third"), first));
        Assert.False(IsInside(first, Path.Combine(Root, "third")));

        bool IsInside(string path, string folder) =>
            RealPath.IsInside(path, folder, asked => numbers.TryGetValue(asked, out var number) ? number : (int?)null);
    }

    [UnixFact]
    public void A_destination_is_inside_a_folder_to_which_a_link_leads()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["real"]);
        Directory.CreateSymbolicLink(folder["link"], folder["real"]);
        Assert.True(RealPath.IsInside(folder[Path.Combine("link", "out")], folder["real"]));
        Assert.False(RealPath.IsInside(folder["out"], folder["real"]));
    }
}
