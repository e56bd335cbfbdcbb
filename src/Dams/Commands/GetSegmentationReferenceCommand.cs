using System.Collections.Generic;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Get-SegmentationReference: which source and which partner each segmentation has, from its references alone.</summary>
[Cmdlet(VerbsCommon.Get, "SegmentationReference", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SegmentationReference))]
public sealed class GetSegmentationReferenceCommand : ParallelCommand
{
    private readonly List<string> _paths = [];

    protected override void Process() => _paths.AddRange(ResolvePaths());

    protected override void End()
    {
        if (_paths.Count > 0)
            WriteObject(SegmentationIndex.Read(_paths, Context), enumerateCollection: true);
    }
}
