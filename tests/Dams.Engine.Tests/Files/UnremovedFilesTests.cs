using System;
using System.IO;
using Dams.Files;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Files;

[Collection(AloneCollection.Name)]
public sealed class UnremovedFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // What other tests could not remove is not of these.
    public UnremovedFilesTests() => UnremovedFiles.Forget();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_could_not_be_removed_goes_at_the_next_try()
    {
        // The system removes no folder as a file: as if a share did not let it go.
        var path = _folder["half.dams-partial"];
        Directory.CreateDirectory(path);
        UnremovedFiles.Remove(path);
        Assert.NotNull(UnremovedFiles.RetryRemoval());
        Directory.Delete(path);
        File.WriteAllText(path, "half");

        Assert.Null(UnremovedFiles.RetryRemoval());

        Assert.False(File.Exists(path));
    }

    [Fact]
    public void What_is_left_to_the_next_run_is_not_tried_again()
    {
        var path = _folder["half.dams-partial"];
        Directory.CreateDirectory(path);
        UnremovedFiles.Remove(path);
        UnremovedFiles.Forget();

        Assert.Null(UnremovedFiles.RetryRemoval());
    }
}
