using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Tests.Segmentations;

/// <summary>Masks to repair, and what comes of it.</summary>
public abstract class RepairTestBase : IDisposable
{
    internal Scene Scene { get; } = new();

    public void Dispose()
    {
        Scene.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void WriteTwo(string root)
    {
        Scene.WriteMask($"{root}/Segmentations/SeriesNo_3/SegmentationNo_0", "1.2.3.1", 10);
        Scene.WriteMask($"{root}/Segmentations/SeriesNo_3/SegmentationNo_1", "1.2.3.1", 40);
    }

    protected IReadOnlyList<RepairedSeries> Repair(string source, string? target) => SegmentationRepair.Run(
        [Scene[source]],
        new RepairOptions(Scene.Key, target is null ? null : Scene[target]), new RunContext(Scene.Listener));

    protected static string[] Uids(IReadOnlyList<RepairedSeries> repaired) => [.. repaired.Select(series => series.SeriesInstanceUID)];

    protected static string FileBytes(string path) => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path));

    protected string[] Bytes(string folder) => [.. Scene.FilesOf(Scene[folder]).Select(
        path => Path.GetRelativePath(Scene[folder], path) + " " + Convert.ToHexString(File.ReadAllBytes(path)))];

    protected string Made(string relative)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Scene[relative])!);
        return Scene[relative];
    }
}
