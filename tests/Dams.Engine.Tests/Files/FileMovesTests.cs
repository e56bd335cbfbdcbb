using System;
using System.IO;
using Dams.Core;
using Dams.Files;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Files;

/// <summary>How files are replaced on Windows, with a move that refuses what that of Windows refuses.</summary>
public sealed class FileMovesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _source;
    private readonly string _target;

    public FileMovesTests()
    {
        _source = _folder.Write("new", [2]);
        _target = _folder.Write("old", [1]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_another_program_reads_is_told_as_held_and_not_as_forbidden()
    {
        using var reader = new FileStream(_target, FileMode.Open, FileAccess.Read, FileShare.Read);
        var error = Assert.ThrowsAny<IOException>(
            () => FileMoves.ReplaceOnWindows(_source, _target, (_, _) => throw new UnauthorizedAccessException()));
        Assert.Equal(RetryReason.Locked, SystemErrors.Classify(error));
        Assert.True(File.Exists(_source));
    }

    [Fact]
    public void A_file_that_its_reader_let_go_is_replaced()
    {
        var count = 0;
        FileMoves.ReplaceOnWindows(_source, _target, (source, target) =>
        {
            if (count++ == 0)
                throw new UnauthorizedAccessException();
            File.Move(source, target, overwrite: true);
        });
        Assert.Equal([2], File.ReadAllBytes(_target));
    }

    [Fact]
    public void A_file_that_the_account_may_not_replace_is_told_as_forbidden() => Assert.Throws<UnauthorizedAccessException>(
        () => FileMoves.ReplaceOnWindows(_source, _target, (_, _) => throw new UnauthorizedAccessException()));

    [Fact]
    public void A_read_only_file_is_replaced_and_its_successor_is_read_only()
    {
        File.SetAttributes(_target, FileAttributes.ReadOnly);
        FileMoves.ReplaceOnWindows(_source, _target, Move);
        Assert.Equal([2], File.ReadAllBytes(_target));
        Assert.True(IsReadOnly(_target));
        File.SetAttributes(_target, FileAttributes.Normal);
    }

    [Fact]
    public void A_read_only_file_that_cannot_be_replaced_stays_read_only()
    {
        File.SetAttributes(_target, FileAttributes.ReadOnly);
        Assert.Throws<IOException>(() => FileMoves.ReplaceOnWindows(_source, _target, (_, _) => throw new IOException()));
        Assert.True(IsReadOnly(_target));
        File.SetAttributes(_target, FileAttributes.Normal);
    }

    private static void Move(string source, string target)
    {
        if (IsReadOnly(target))
            throw new UnauthorizedAccessException();
        File.Move(source, target, overwrite: true);
    }

    private static bool IsReadOnly(string path) => (File.GetAttributes(path) & FileAttributes.ReadOnly) != 0;
}
