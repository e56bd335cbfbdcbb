using System.Collections.Generic;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Repair-SegmentationSeries: gives masks series and instance UIDs of their own.</summary>
[Cmdlet(VerbsDiagnostic.Repair, "SegmentationSeries", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(RepairedSeries))]
public sealed class RepairSegmentationSeriesCommand : OutputCommand
{
    private readonly List<string> _paths = [];

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int SeriesNumber { get; set; } = RepairOptions.DefaultSeriesNumber;

    protected override void Begin()
    {
        base.Begin();
        StartLog(Destination);
    }

    protected override void Process() => _paths.AddRange(ResolvePaths());

    protected override void End()
    {
        if (_paths.Count == 0 || !ShouldProcess(_paths.Count == 1 ? "1 path" : $"{_paths.Count} paths", "Repair segmentations"))
            return;
        var options = new RepairOptions(ReadGivenKey() ?? KeySource.Read(null, Listener), Destination)
        {
            SeriesNumber = SeriesNumber,
            Force = Force,
        };
        WriteObject(SegmentationRepair.Run(_paths, options, Context), enumerateCollection: true);
    }
}
