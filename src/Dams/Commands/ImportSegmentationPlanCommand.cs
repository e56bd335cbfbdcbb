using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Import-SegmentationPlan: which masks are of which lesion, as planning logs say.</summary>
[Cmdlet(VerbsData.Import, "SegmentationPlan", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SegmentationLink))]
public sealed class ImportSegmentationPlanCommand : ParallelCommand
{
    private readonly List<string> _paths = [];

    [Parameter]
    public RepairedSeries[] RepairedSeries { get; set; } = [];

    [Parameter]
    public DicomSeries[]? Series { get; set; }

    // Plans lie beside images.
    protected override void Process() => _paths.AddRange(ResolvePaths()
        .Select(path => ParameterSetName == InputSet && System.IO.File.Exists(path) ? System.IO.Path.GetDirectoryName(path)! : path)
        .Distinct());

    protected override void End()
    {
        if (_paths.Count == 0)
            return;
        var index = Series ?? SidecarIndex.Read(_paths, Context);
        var links = SegmentationPlan.Read(_paths, RepairedSeries, index, Context);
        if (links.Count == 0 && FailedCount == 0)
            WriteError(ErrorRecords.Create(SidecarErrors.NoXmlFound()));
        WriteObject(links, enumerateCollection: true);
    }
}
