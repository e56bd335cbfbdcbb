using System;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Protection;

public sealed class OriginalBackupTests : IDisposable
{
    private readonly BatchScene _scene = new();

    private string Backup => _scene["backup"];

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void Originals_are_kept_whole_under_their_paths_with_their_times()
    {
        _scene.WriteMany(patients: 2, slices: 2);
        var written = new DateTime(2024, 3, 11, 10, 11, 12, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_scene["source/p1/IM001"], written);
        var originals = BatchScene.Tree(_scene.Source);
        _scene.Run(_scene.InPlace() with { Backup = Backup });
        var kept = Path.Combine(Backup, _scene.Source.TrimStart('/').Replace(":", ""));
        Assert.Equal(originals, BatchScene.Tree(kept));
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(kept, "p1", "IM001")));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void Only_the_owner_can_read_the_backup()
    {
        _scene.Write("a/IM1");
        _scene.Run(_scene.InPlace() with { Backup = Backup });
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        var all = Directory.GetFileSystemEntries(Backup, "*", SearchOption.AllDirectories).Append(Backup).ToArray();
        Assert.True(all.Length > 3);
        Assert.All(all, path => Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(path) & others));
    }

    [Fact]
    [CoversError("BackupTaken")]
    public void An_original_that_is_kept_is_never_replaced()
    {
        var path = _scene.Write("a/IM1");
        var original = File.ReadAllBytes(path);
        _scene.Run(_scene.InPlace() with { Backup = Backup });
        _scene.Write("a/IM1", number: 2);
        var other = File.ReadAllBytes(path);
        _scene.Run(_scene.InPlace() with { Backup = Backup });
        Assert.Equal("BackupTaken", Assert.Single(_scene.Listener.Failures).Error.Id);
        Assert.Equal(other, File.ReadAllBytes(path));
        Assert.Equal(original, File.ReadAllBytes(Directory.GetFiles(Backup, "IM1", SearchOption.AllDirectories).Single()));
    }

    [Fact]
    public void An_original_that_was_kept_before_the_run_died_is_no_error()
    {
        var path = _scene.Write("a/IM1");
        var original = File.ReadAllBytes(path);
        _scene.Run(_scene.InPlace() with { Backup = Backup });
        File.WriteAllBytes(path, original);
        _scene.Run(_scene.InPlace() with { Backup = Backup });
        Assert.Empty(_scene.Listener.Failures);
        Assert.NotEqual(original, File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData("source/backup")]
    [InlineData("source")]
    [InlineData(".")]
    [CoversError("BackupMeetsSource")]
    public void A_backup_in_the_source_or_around_it_is_refused(string backup)
    {
        var path = _scene.Write("a/IM1");
        var original = File.ReadAllBytes(path);
        var error = Assert.Throws<DamsException>(() => _scene.Run(_scene.InPlace() with { Backup = _scene[backup] }));
        Assert.Equal("BackupMeetsSource", error.Id);
        Assert.Equal(original, File.ReadAllBytes(path));
    }

    [Fact]
    [CoversError("BackupWithoutInPlace")]
    public void A_backup_for_a_run_to_a_destination_is_refused()
    {
        _scene.Write("a/IM1");
        var error = Assert.Throws<DamsException>(() => _scene.Run(_scene.ToDestination() with { Backup = Backup }));
        Assert.Equal("BackupWithoutInPlace", error.Id);
    }

    [Fact]
    [CoversError("UnwritableBackup")]
    public void A_backup_that_cannot_be_made_stops_the_run_before_any_file()
    {
        var path = _scene.Write("a/IM1");
        var original = File.ReadAllBytes(path);
        File.WriteAllText(Backup, "a file");
        var error = Assert.Throws<DamsException>(() => _scene.Run(_scene.InPlace() with { Backup = Backup }));
        Assert.Equal("UnwritableBackup", error.Id);
        Assert.Equal(original, File.ReadAllBytes(path));
    }
}
