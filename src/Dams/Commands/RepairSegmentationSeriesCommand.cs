using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Repair-SegmentationSeries: gives masks series and instance UIDs of their own.</summary>
[Cmdlet(VerbsDiagnostic.Repair, "SegmentationSeries", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(RepairedSeries))]
public sealed class RepairSegmentationSeriesCommand : PathCommand
{
    private readonly List<string> _paths = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    [Parameter]
    public SwitchParameter InPlace { get; set; }

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int SeriesNumber { get; set; } = RepairOptions.DefaultSeriesNumber;

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KeyPath { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    protected override void Begin()
    {
        if (InPlace == (Destination is not null))
            throw SegmentationErrors.DestinationOrInPlace();
    }

    protected override void Process() => _paths.AddRange(ResolvePaths());

    protected override void End()
    {
        if (_paths.Count == 0 || !ShouldProcess(_paths.Count == 1 ? "1 path" : $"{_paths.Count} paths", "Repair segmentations"))
            return;
        var destination = Destination is null ? null : Paths.ResolveParameter(nameof(Destination), Destination);
        var options = new RepairOptions(KeySource.Read(KeyPath is null ? null : Paths.ResolveParameter(nameof(KeyPath), KeyPath), Listener), destination)
        {
            SeriesNumber = SeriesNumber,
            Force = Force,
            Workers = ThrottleLimit,
        };
        WriteObject(SegmentationRepair.Run(_paths, options, Listener, StopToken), enumerateCollection: true);
    }
}
