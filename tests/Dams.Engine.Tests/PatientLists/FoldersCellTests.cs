using System.Collections.Generic;
using System.IO;
using Dams.PatientLists;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.PatientLists;

public sealed class FoldersCellTests
{
    public static TheoryData<string, string[]> Cells => new()
    {
        { "/in/a", ["/in/a"] },
        { "  /in/a b \n", ["/in/a b"] },
        { "/in/a;/in/b", ["/in/a", "/in/b"] },
        { "/in/a ; \r\n/in/b\n\n;/in/c;", ["/in/a", "/in/b", "/in/c"] },
        { "\"C:\\in a\\1\";\"C:\\in b\"", [@"C:\in a\1", @"C:\in b"] },
        { @"\\server\share\a;\\server\share\b", [@"\\server\share\a", @"\\server\share\b"] },
        { "['/in/a']", ["/in/a"] },
        { "['/in/a', '/in/b']", ["/in/a", "/in/b"] },
        { "[\"/in/a\",\"/in/b\",]", ["/in/a", "/in/b"] },
        { " [ '/in/a;1' ,\n \"/in/it's\" ] ", ["/in/a;1", "/in/it's"] },
        { @"['C:\\in\\new', 'C:\\in\\b']", [@"C:\in\new", @"C:\in\b"] },
        { @"[r'C:\in\new', u'/in/b', R""\\server\x""]", [@"C:\in\new", "/in/b", @"\\server\x"] },
        { @"['/in/it\'s', ""/in/\""b\""""]", ["/in/it's", "/in/\"b\""] },
        { @"['/in/M\xfcller', '/in/\uD64D', '/in/\U0001F600']", ["/in/Müller", "/in/홍", "/in/\U0001F600"] },
        { @"['C:\data\in']", [@"C:\data\in"] },
        { "('/in/a', '/in/b')", ["/in/a", "/in/b"] },
        { "[]", [] },
        { "[a] b", ["[a] b"] },
        { "[2024]", ["[2024]"] },
        { "/in/[a]", ["/in/[a]"] },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_holds_one_path_or_several_or_a_Python_list(string cell, string[] paths) =>
        Assert.Equal(paths, FoldersCell.Read(cell));

    [Theory, CoversError("MalformedFolders")]
    [InlineData("['/in/a'")]
    [InlineData("['/in/a]")]
    [InlineData("['/in/a' '/in/b']")]
    [InlineData("['/in/a'] x")]
    [InlineData("['/in/a', /in/b]")]
    [InlineData("['/in/a',, '/in/b']")]
    [InlineData(@"['C:\new']")]
    [InlineData(@"['C:\in\tables']")]
    [InlineData(@"['C:\users']")]
    [InlineData(@"['/in/\x4']")]
    [InlineData(@"['/in/\ud83d']")]
    [InlineData("/in/a\tb")]
    public void A_list_that_Python_would_not_read_as_paths_is_an_error(string cell) =>
        Assert.Equal("MalformedFolders", Assert.Throws<DamsException>(() => FoldersCell.Read(cell)).Id);

    [Fact]
    public void A_script_may_give_values_apart()
    {
        Assert.Equal(["/in/a;1", "/in/b"], FoldersCell.Read(new object?[] { "/in/a;1", null, " /in/b" }));
        Assert.Equal([Path.GetTempPath()], FoldersCell.Read(new DirectoryInfo(Path.GetTempPath())));
        Assert.Equal([Path.GetTempPath()], FoldersCell.Read(new List<DirectoryInfo> { new(Path.GetTempPath()) }));
    }
}
