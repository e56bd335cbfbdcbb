using System;
using System.Collections.Generic;
using System.IO;
using Dams.Tests.Support;

namespace Dams.Tests.Sidecars;

/// <summary>Plans and masks, and what is read from them.</summary>
public abstract class SegmentationPlanTestBase : IDisposable
{
    protected const string Recording = "Study_0/Series_3/CAS-One Recordings/2024-03-12_10-15-00";
    protected const string TumorPath = @"\Segmentations\SeriesNo_3\SegmentationNo_0";
    protected const string AblationPath = @"\Segmentations\SeriesNo_28\SegmentationNo_0";
    protected const string TumorUid = "1.2.826.0.1.77.1.50";
    protected const string AblationUid = "1.2.826.0.1.77.1.51";

    internal TemporaryFolder Folder { get; } = new();

    internal RecordingListener Listener { get; } = new();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected string WriteMasks(string relative, string seriesUid) => Folder.WriteSeries($"{Recording}/{relative}", seriesUid);

    protected void WritePlan(string name, string trajectories) => WriteXml(name, Planning.Log(trajectories));

    protected void WriteXml(string name, string text) => Folder.Write($"{Recording}/{name}", text);

    protected IReadOnlyList<SegmentationLink> Read(params RepairedSeries[] repaired) =>
        Read(repaired, SidecarIndex.Read([Folder.Path], new RunContext(Listener) { Workers = 1 }));

    protected IReadOnlyList<SegmentationLink> Read(IReadOnlyList<RepairedSeries> repaired, IReadOnlyList<DicomSeries> index) =>
        SegmentationPlan.Read([Path.GetFullPath(Folder.Path)], repaired, index, new RunContext(Listener));
}
