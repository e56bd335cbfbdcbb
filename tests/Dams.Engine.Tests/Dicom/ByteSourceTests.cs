using System;
using System.Linq;
using Dams.Dicom.Reading;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

public sealed class ByteSourceTests
{
    private const int Window = 1000;

    private static readonly byte[] Content = [.. Enumerable.Range(0, 5003).Select(i => (byte)((i * 7) + (i >> 8)))];

    [Fact]
    public void Bytes_are_the_same_from_wherever_they_are_read()
    {
        using var folder = new TemporaryFolder();
        using var source = new FileByteSource(folder.Write("file", Content), Window);
        var random = new Random(4711);

        for (var i = 0; i < 2000; i++)
        {
            var offset = random.Next(Content.Length + 1);
            var count = random.Next(Window);
            var expected = Content.AsSpan(offset, Math.Min(count, Content.Length - offset));

            Assert.True(expected.SequenceEqual(source.Peek(offset, count)), $"{count} bytes at {offset}");
            Assert.True(Content.AsSpan(offset).StartsWith(source.PeekAvailable(offset)), $"at {offset}");
        }
    }

    [Fact]
    public void Inflated_bytes_are_the_same_from_wherever_they_are_read()
    {
        using var folder = new TemporaryFolder();
        byte[] head = [.. "head of the file"u8];
        byte[] expected = [.. head, .. Content];
        using var source = new InflatedByteSource(
            new FileByteSource(folder.Write("file", [.. head, .. FileBuilder.Deflate(Content)]), Window), head.Length);
        var random = new Random(815);

        Assert.Equal(expected.Length, source.Length);
        for (var i = 0; i < 500; i++)
        {
            var offset = random.Next(expected.Length + 1);
            var count = random.Next(Window);

            Assert.True(
                expected.AsSpan(offset, Math.Min(count, expected.Length - offset)).SequenceEqual(source.Peek(offset, count)),
                $"{count} bytes at {offset}");
        }
    }

    [Fact]
    public void Inflated_bytes_are_not_inflated_anew_for_a_value_across_two_windows()
    {
        const int length = 64 * 1024 * 1024, window = 16 * 1024, most = 50;
        using var folder = new TemporaryFolder();
        using var source = new InflatedByteSource(new FileByteSource(folder.Write("file", FileBuilder.Deflate(new byte[length])), window), 0);

        // The one starts each window where the last one ended, the other three bytes before.
        var apart = ThreadTime.Measure(() => Walk(count => count));
        var across = ThreadTime.Measure(() => Walk(count => count - 3));

        // Inflating anew would take a thousand times as long.
        Assert.True(across < (most * apart) + TimeSpan.FromSeconds(1), $"{across} after {apart}");

        void Walk(Func<int, int> next)
        {
            for (long offset = 0; offset + 8 < length; offset += next(source.PeekAvailable(offset).Length))
                _ = source.Peek(offset, 8);
        }
    }

    [Fact]
    public void Only_the_end_gives_nothing()
    {
        using var folder = new TemporaryFolder();
        using var source = new FileByteSource(folder.Write("file", Content), Window);

        for (long offset = 0; offset < Content.Length; offset += 13)
            Assert.False(source.PeekAvailable(offset).IsEmpty);
        Assert.True(source.PeekAvailable(Content.Length).IsEmpty);
        Assert.True(source.Peek(Content.Length + 100, 4).IsEmpty);
    }

    [Fact]
    public void Any_number_of_bytes_can_be_copied_out()
    {
        using var folder = new TemporaryFolder();
        using var source = new FileByteSource(folder.Write("file", Content), Window);
        var target = new byte[Content.Length - 3];

        source.CopyTo(3, target);

        Assert.Equal(Content[3..], target);
    }

    [Fact]
    public void A_source_that_is_closed_lets_its_file_go()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("file", Content);
        var source = new FileByteSource(path, Window);
        source.Peek(0, 10);
        source.Dispose();
        source.Dispose();

        using var exclusive = ExclusiveFile.Open(path);
        Assert.Equal(Content.Length, exclusive.Length);
    }

    [Fact]
    public void A_file_that_is_no_DICOM_is_let_go_too()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("file", Content);
        Assert.Throws<DamsException>(() => DicomFile.Open(path));

        using var exclusive = ExclusiveFile.Open(path);
        Assert.Equal(Content.Length, exclusive.Length);
    }
}
