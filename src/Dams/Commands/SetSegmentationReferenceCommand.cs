using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Set-SegmentationReference: writes into segmentations which series they were drawn on, and their partner.</summary>
[Cmdlet(VerbsCommon.Set, "SegmentationReference", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(LinkedSeries))]
public sealed class SetSegmentationReferenceCommand : ParallelCommand
{
    private readonly List<string> _converted = [];
    private SegmentationLinker? _linker;
    private int _number;

    [Parameter]
    [Alias("SourcePath")]
    [SeriesFilesTransformation]
    public string[] Source { get; set; } = [];

    [Parameter]
    [Alias("PartnerPath")]
    [SeriesFilesTransformation]
    public string[] Partner { get; set; } = [];

    [Parameter]
    [ValidateSet("Tumor", "Ablation")]
    public string? Label { get; set; }

    [Parameter]
    [ValidateRange(1, ushort.MaxValue)]
    public int? LesionNumber { get; set; }

    [Parameter]
    public SwitchParameter Discover { get; set; }

    [Parameter]
    public SwitchParameter Convert { get; set; }

    [Parameter]
    public ReferenceConvention Convention { get; set; }

    protected override void Process()
    {
        if (Convert)
            _converted.AddRange(ResolvePaths());
        else if (ParameterSetName != InputSet)
            WritePaths(ResolvePaths(), Source, Partner, Label, LesionNumber);
        else
        {
            foreach (var given in InputObject)
                WriteInput(given);
        }
    }

    protected override void End()
    {
        if (_converted.Count > 0 && ShouldProcess(_converted.Count == 1 ? "1 path" : $"{_converted.Count} paths", $"Convert to {Convention}"))
            WriteObject(Linker().Convert(_converted), enumerateCollection: true);
    }

    private void WriteInput(PSObject given)
    {
        if (given.BaseObject is SegmentationLink link)
        {
            Write(LinkRequest.From(link));
            return;
        }
        // A parameter wins over what a row says.
        var row = new RowValues(given);
        WritePaths(
            PathsOf(given),
            Source.Length > 0 ? Source : row.Texts("source", "sourcepath"),
            Partner.Length > 0 ? Partner : row.Texts("partner", "partnerpath"),
            Label ?? row.Text("label"),
            LesionNumber ?? Number(row.Text("lesionnumber")));
    }

    private void WritePaths(
        IReadOnlyList<string> paths, IReadOnlyList<string> source, IReadOnlyList<string> partner, string? label, int? lesion)
    {
        if (source.Count == 0)
            throw CmdletErrors.NothingToLink();
        var sources = Paths.Find(source, areLiteral: true);
        var partners = Paths.Find(partner, areLiteral: true);
        // A path that does not exist was reported; linking without it would remove references that exist.
        if (paths.Count == 0 || sources.Count < source.Count || partners.Count < partner.Count)
            return;
        Write(new LinkRequest(paths, sources)
        {
            PartnerPaths = partners,
            Label = string.IsNullOrWhiteSpace(label) ? null : label,
            LesionNumber = lesion,
            Discover = Discover,
        });
    }

    // A text that is no number becomes 0, which the engine refuses.
    private static int? Number(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private void Write(LinkRequest request)
    {
        _number++;
        if (ShouldProcess($"Segmentation {_number}", "Set references") && Linker().Link(request, _number) is { } linked)
            WriteObject(linked);
    }

    private SegmentationLinker Linker() => _linker ??= new SegmentationLinker(new LinkOptions { Convention = Convention }, Context);
}
