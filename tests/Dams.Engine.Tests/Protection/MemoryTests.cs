using System;
using System.IO;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Protection;

/// <summary>Memory does not grow with the image.</summary>
[Collection(AloneCollection.Name)]
public sealed class MemoryTests : IDisposable
{
    private const long Gap = 600L * 1024 * 1024;
    private const long Bound = 4 * 1024 * 1024;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Basic")]
    [InlineData("Encode")]
    public void A_file_of_600_MiB_passes_through_buffers_of_fixed_size(string profile)
    {
        // Sparse where the system can: the pixels are a hole that takes no room on the disk.
        var source = new InstanceBuilder().Text("Modality", "CT")
            .Add("PixelData", dataset => dataset.Header("PixelData", "OW", (uint)Gap)).Build();
        var path = _folder.Write(Path.Combine("in", "1"), source);
        using (var stream = new FileStream(path, FileMode.Open))
            stream.SetLength(source.Length + Gap);
        var options = Batch.Options(_folder["out"]) with { Profile = Deidentified.Profile(profile) };
        // Tables, pools and code are there before anything is measured.
        _folder.Write(Path.Combine("small", "1"), CT.Slice());
        var context = new RunContext(new RecordingListener()) { Workers = 1 };
        Batch.Run(options, context, _folder["small"]);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var result = Assert.Single(Batch.Run(options, context, _folder["in"]));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.True(new FileInfo(Assert.Single(result.Files)).Length > Gap);
        Assert.True(allocated < Bound, $"{allocated} bytes were allocated");
    }
}
