using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Protection;

/// <summary>Same input, same key, same output.</summary>
public sealed class DeterminismTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DeterminismTests()
    {
        for (var patient = 1; patient <= 3; patient++)
        {
            for (var series = 1; series <= 3; series++)
            {
                for (var number = 1; number <= 5; number++)
                {
                    _folder.Write(
                        Path.Combine("in", $"p{patient}", $"s{series}", $"{number}"),
                        CT.Slice($"MRN-{patient}", $"1.2.{patient}", $"1.2.{patient}.{series}", number));
                }
            }
        }
        Protect("reference", 1, _folder["in"]);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void The_number_of_workers_does_not_matter(int workers)
    {
        Protect("out", workers, _folder["in"]);

        Batch.AssertSameTree(_folder["reference"], _folder["out"]);
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        var files = Directory.GetFiles(_folder["in"], "*", SearchOption.AllDirectories);
        new Random(4711).Shuffle(files);

        Protect("out", 2, files);

        Batch.AssertSameTree(_folder["reference"], _folder["out"]);
    }

    [Fact]
    public void Where_the_files_are_does_not_matter()
    {
        foreach (var (path, i) in Directory.GetFiles(_folder["in"], "*", SearchOption.AllDirectories).Select((path, i) => (path, i)))
            _folder.Write(Path.Combine("moved", $"IM{(i * 17) % 45:D5}"), File.ReadAllBytes(path));

        Protect("out", 2, _folder["moved"]);

        Batch.AssertSameTree(_folder["reference"], _folder["out"]);
    }

    [Fact]
    public void The_work_can_be_split()
    {
        Protect("out", 2, _folder[Path.Combine("in", "p1")], _folder[Path.Combine("in", "p2", "s1")]);
        Protect("out", 2, _folder[Path.Combine("in", "p2", "s2")], _folder[Path.Combine("in", "p2", "s3")], _folder[Path.Combine("in", "p3")]);

        Batch.AssertSameTree(_folder["reference"], _folder["out"]);
    }

    [Fact]
    public void Even_a_series_can_be_split()
    {
        var files = Directory.GetFiles(_folder["in"], "*", SearchOption.AllDirectories);
        Protect("out", 2, [.. files.Where((_, i) => i % 2 == 0)]);
        Protect("out", 2, [.. files.Where((_, i) => i % 2 == 1)]);

        Batch.AssertSameTree(_folder["reference"], _folder["out"]);
    }

    [Fact]
    public void Another_key_gives_another_tree()
    {
        var listener = new RecordingListener();
        Batch.Run(Batch.Options(_folder["out"]) with { Key = TestKey.Load([.. TestKey.Bytes.Reverse()]) }, listener, _folder["in"]);

        Assert.Empty(Batch.Tree(_folder["reference"]).Keys.Intersect(Batch.Tree(_folder["out"]).Keys));
    }

    private void Protect(string destination, int workers, params string[] paths)
    {
        var listener = new RecordingListener();
        Batch.Run(Batch.Options(_folder[destination]), new RunContext(listener) { Workers = workers }, paths);
        Assert.Empty(listener.Failures);
    }
}
