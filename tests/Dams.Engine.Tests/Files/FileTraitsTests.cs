using System.IO;
using Dams.Files;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Files;

public sealed class FileTraitsTests
{
    // The tags of [MS-FSCC] 2.1.2.1.
    [Theory]
    [InlineData(0xA000_0003, true)] // a junction
    [InlineData(0xA000_000C, true)] // a symbolic link
    [InlineData(0xA000_001D, true)] // a symbolic link of Linux
    [InlineData(0x8000_000A, false)] // DFS
    [InlineData(0x8000_0013, false)] // a deduplicated file
    [InlineData(0x9000_001A, false)] // OneDrive
    [InlineData(0x9000_F01A, false)] // OneDrive, further down
    [InlineData(0x8000_0017, false)] // a compressed file
    public void What_OneDrive_DFS_and_deduplication_mark_is_no_link(uint tag, bool isLink) =>
        Assert.Equal(isLink, FileProperties.IsNameSurrogate(tag));

    [UnixFact]
    public void A_link_is_one_and_what_it_leads_to_is_none()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["real"]);
        Directory.CreateSymbolicLink(folder["link"], folder["real"]);
        Assert.True(FileProperties.IsLink(folder["link"]));
        Assert.False(FileProperties.IsLink(folder["real"]));
    }
}
