using System;
using System.IO;
using System.Linq;
using Dams.Tests.Segmentations;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.PatientJobs;

public sealed class PatientBatchTests : IDisposable
{
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_broken_file_is_told_once_though_each_step_meets_it()
    {
        _scene.WriteCT("in/ct", "1.2.3.1");
        _scene.WriteMask("in/Segmentations/SeriesNo_3/SegmentationNo_0", "1.2.3.1", fill: 1);
        var broken = _scene["in/ct/ct2.dcm"];
        using (var file = File.OpenWrite(broken))
            file.SetLength(500);

        var result = Run("in");

        var failure = Assert.Single(_scene.Listener.Failures);
        Assert.Equal(Path.GetFullPath(broken), Path.GetFullPath(failure.SourcePath));
        Assert.StartsWith("Row 2, file ", failure.Item, StringComparison.Ordinal);
        Assert.Equal((1, 7), (result.FailedCount, result.InstanceCount));
    }

    [Fact]
    public void Each_broken_file_is_told()
    {
        _scene.WriteCT("in/ct", "1.2.3.1");
        foreach (var name in new[] { "ct2.dcm", "ct4.dcm" })
        {
            using var file = File.OpenWrite(_scene[$"in/ct/{name}"]);
            file.SetLength(500);
        }

        var result = Run("in");

        Assert.Equal(["ct2.dcm", "ct4.dcm"], _scene.Listener.Failures.Select(failure => Path.GetFileName(failure.SourcePath)).Order());
        Assert.Equal((2, 3), (result.FailedCount, result.InstanceCount));
    }

    private PatientResult Run(string folder)
    {
        var reader = new PatientListReader(item => _scene[item]);
        reader.Add(2, [("Path", folder)]);
        var plan = PatientListPlanner.Plan(reader.Rows, new PlanOptions(), new RunContext(new RecordingListener()));
        var options = new PatientBatchOptions(Batch.Options(_scene["out"]));
        return new PatientBatch(options, plan.Count, new RunContext(_scene.Listener)).Run(Assert.Single(plan));
    }
}
