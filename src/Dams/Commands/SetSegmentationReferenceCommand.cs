using System;
using System.Collections.Generic;
using System.Management.Automation;
using Dams.Segmentations;

namespace Dams.Commands;

/// <summary>Set-SegmentationReference: writes into segmentations which series they were drawn on, and their partner.</summary>
[Cmdlet(VerbsCommon.Set, "SegmentationReference", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(LinkedSeries))]
public sealed class SetSegmentationReferenceCommand : PathCommand
{
    private const string LinkSet = "Link";

    private readonly List<string> _converted = [];
    private SegmentationLinker? _linker;
    private int _number;

    [Parameter(Mandatory = true, ParameterSetName = LinkSet, ValueFromPipeline = true)]
    public SegmentationLink[] Link { get; set; } = [];

    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = SeriesSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("SourcePath")]
    [SeriesFilesTransformation]
    public string[] Source { get; set; } = [];

    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = SeriesSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PartnerPath")]
    [SeriesFilesTransformation]
    public string[] Partner { get; set; } = [];

    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = SeriesSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [ValidateSet("Tumor", "Ablation")]
    public string? Label { get; set; }

    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = SeriesSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, ushort.MaxValue)]
    public int? LesionNumber { get; set; }

    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = SeriesSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter Discover { get; set; }

    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = SeriesSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter Convert { get; set; }

    [Parameter]
    public ReferenceConvention Convention { get; set; }

    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    protected override void Process()
    {
        if (ParameterSetName == LinkSet)
        {
            foreach (var link in Link)
                Write(LinkRequest.Of(link));
            return;
        }
        if (!Convert && Source.Length == 0)
            throw Errors.NothingToLink();
        var paths = ResolvePaths();
        if (Convert)
            _converted.AddRange(paths);
        else
            WritePaths(paths);
    }

    protected override void End()
    {
        if (_converted.Count > 0 && ShouldProcess(_converted.Count == 1 ? "1 path" : $"{_converted.Count} paths", $"Convert to {Convention}"))
            WriteObject(Linker().Convert(_converted), enumerateCollection: true);
    }

    private void WritePaths(IReadOnlyList<string> paths)
    {
        var sources = Paths.Find(Source, areLiteral: true);
        var partners = Paths.Find(Partner, areLiteral: true);
        // What is not there was told; linking without it would take away references that stand.
        if (paths.Count == 0 || sources.Count < Source.Length || partners.Count < Partner.Length)
            return;
        Write(new LinkRequest(paths, sources)
        {
            PartnerPaths = partners,
            Label = Label,
            LesionNumber = LesionNumber,
            Discover = Discover,
        });
    }

    private void Write(LinkRequest request)
    {
        _number++;
        if (ShouldProcess($"Segmentation {_number}", "Set references") && Linker().Link(request, _number) is { } linked)
            WriteObject(linked);
    }

    private SegmentationLinker Linker() => _linker ??= new SegmentationLinker(
        new LinkOptions { Convention = Convention, Workers = ThrottleLimit }, Listener, StopToken);
}
