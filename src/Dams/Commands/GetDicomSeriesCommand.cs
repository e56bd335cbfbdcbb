using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Get-DicomSeries: the series in files and folders, from their headers.</summary>
[Cmdlet(VerbsCommon.Get, "DicomSeries", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DicomSeries))]
public sealed class GetDicomSeriesCommand : PathCommand
{
    private readonly List<string> _paths = [];

    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    protected override void Process() => _paths.AddRange(ResolvePaths());

    protected override void End()
    {
        if (_paths.Count == 0)
            return;
        var found = SeriesIndex.Read(_paths, ThrottleLimit, Listener, StopToken);
        WriteErrorIfNothing(found.Count);
        WriteObject(found, enumerateCollection: true);
    }
}
