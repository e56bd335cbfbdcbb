using System.Collections.Generic;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Get-DicomSeries: the series in files and folders, from their headers.</summary>
[Cmdlet(VerbsCommon.Get, "DicomSeries", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DicomSeries))]
public sealed class GetDicomSeriesCommand : ParallelCommand
{
    private readonly List<string> _paths = [];

    protected override void Process() => _paths.AddRange(ResolvePaths());

    protected override void End()
    {
        if (_paths.Count == 0)
            return;
        var found = SeriesIndex.Read(_paths, Context);
        WriteErrorIfNothing(found.Count);
        WriteObject(found, enumerateCollection: true);
    }
}
