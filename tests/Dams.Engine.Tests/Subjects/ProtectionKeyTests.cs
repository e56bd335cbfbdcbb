using System;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Subjects;

public sealed class ProtectionKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_key_is_32_random_bytes_in_a_folder_that_is_made()
    {
        var (one, other) = (_folder[Path.Combine("a", "b", "one.key")], _folder["other.key"]);
        ProtectionKey.Create(one, replace: false);
        ProtectionKey.Create(other, replace: false);

        Assert.Equal(32, File.ReadAllBytes(one).Length);
        Assert.NotEqual(File.ReadAllBytes(one), File.ReadAllBytes(other));
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(one)!));
        Assert.Equal(ProtectionKey.Read(one).Derive([1]), ProtectionKey.Read(one).Derive([1]));
        Assert.NotEqual(ProtectionKey.Read(one).Derive([1]), ProtectionKey.Read(other).Derive([1]));
    }

    [Fact]
    public void A_key_cannot_be_where_a_folder_is()
    {
        var error = Assert.Throws<DamsException>(() => ProtectionKey.Create(_folder.Path, replace: true));
        Assert.Equal("UnwritableKey", error.Id);
        Assert.Contains("it is a folder", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<DamsException>(() => ProtectionKey.Read(Path.GetPathRoot(_folder.Path)!));
        Assert.Equal("UnreadableKey", error.Id);
        Assert.Contains("it is a folder", error.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Only_the_owner_can_read_a_new_key()
    {
        ProtectionKey.Create(_folder["new.key"], replace: false);

        OwnerOnly.Assert(_folder["new.key"]);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void Only_the_owner_can_enter_a_folder_that_is_made_for_a_key_and_others_stay_as_they_are()
    {
        const UnixFileMode all = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var own = Directory.CreateDirectory(_folder["own"]).FullName;
        File.SetUnixFileMode(own, all | UnixFileMode.GroupRead);

        ProtectionKey.Create(Path.Combine(own, "a", "b", "new.key"), replace: false);

        Assert.Equal(all | UnixFileMode.GroupRead, File.GetUnixFileMode(own));
        Assert.Equal(all, File.GetUnixFileMode(Path.Combine(own, "a")));
        Assert.Equal(all, File.GetUnixFileMode(Path.Combine(own, "a", "b")));
    }

    [Fact]
    [CoversError("KeyExists")]
    public void A_key_that_is_there_stays_unless_it_may_be_replaced()
    {
        var path = _folder.Write("old.key", TestKey.Bytes);

        Assert.Equal("KeyExists", Assert.Throws<DamsException>(() => ProtectionKey.Create(path, replace: false)).Id);
        Assert.Equal(TestKey.Bytes, File.ReadAllBytes(path));

        ProtectionKey.Create(path, replace: true);
        Assert.NotEqual(TestKey.Bytes, File.ReadAllBytes(path));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [CoversError("MalformedKey")]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(64)]
    public void A_file_of_another_length_is_no_key(int length)
    {
        var path = _folder.Write("bad.key", [.. Enumerable.Range(0, length).Select(i => (byte)i)]);

        var error = Assert.Throws<DamsException>(() => ProtectionKey.Read(path));

        Assert.Equal("MalformedKey", error.Id);
        Assert.Equal(ErrorScope.Configuration, error.Scope);
    }

    [Fact]
    public void Zeros_are_no_key() =>
        Assert.Equal("MalformedKey", Assert.Throws<DamsException>(() => TestKey.Load(new byte[32])).Id);

    [Fact]
    [CoversError("UnreadableKey")]
    public void A_key_that_is_not_there_and_a_folder_are_errors()
    {
        Assert.Equal("UnreadableKey", Assert.Throws<DamsException>(() => ProtectionKey.Read(_folder["missing.key"])).Id);
        Assert.Equal("UnreadableKey", Assert.Throws<DamsException>(() => ProtectionKey.Read(_folder.Path)).Id);
    }

    [Fact]
    [CoversError("UnwritableKey")]
    public void A_key_that_cannot_be_written_is_an_error()
    {
        _folder.Write("file", [1]);

        Assert.Equal("UnwritableKey", Assert.Throws<DamsException>(
            () => ProtectionKey.Create(_folder[Path.Combine("file", "new.key")], replace: false)).Id);
    }

    [Fact]
    public void A_message_never_holds_the_bytes_of_a_key()
    {
        var text = new string('K', 33);
        var path = _folder.Write("bad.key", System.Text.Encoding.ASCII.GetBytes(text));

        Assert.DoesNotContain("KKK", Assert.Throws<DamsException>(() => ProtectionKey.Read(path)).Message, StringComparison.Ordinal);
    }
}
