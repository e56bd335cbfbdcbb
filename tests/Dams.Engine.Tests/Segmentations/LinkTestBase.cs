using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Tests.Segmentations;

/// <summary>A tumour on one CT and the ablation that treated it on another, repaired and ready to be linked.</summary>
public abstract class LinkTestBase : IDisposable
{
    internal const string Before = "1.2.3.1";
    internal const string After = "1.2.3.2";

    internal Scene Scene { get; } = new();

    internal string Tumor { get; private set; } = "";

    internal string Ablation { get; private set; } = "";

    internal IReadOnlyList<string> TumorFiles => Scene.FilesOf(Tumor);

    internal string TumorSeries => Scene.Value(TumorFiles[0], "SeriesInstanceUID");

    internal string AblationSeries => Scene.Value(Scene.FilesOf(Ablation)[0], "SeriesInstanceUID");

    public void Dispose()
    {
        Scene.Dispose();
        GC.SuppressFinalize(this);
    }

    internal void WriteMasks(string afterFrame = "1.2.3.9", string afterStudy = "1.2.3")
    {
        Scene.WriteCT("in/before", Before);
        Scene.WriteCT("in/after", After, study: afterStudy, frame: afterFrame);
        Scene.WriteMask("raw/Segmentations/SeriesNo_3/SegmentationNo_0", Before, 10);
        Scene.WriteMask("raw/Segmentations/SeriesNo_4/SegmentationNo_0", After, 40, study: afterStudy, frame: afterFrame);
        var repaired = SegmentationRepair.Run(
            [Scene["raw"]], new RepairOptions(Scene.Key, Scene["staging"]), new RunContext(Scene.Listener));
        (Tumor, Ablation) = (repaired[0].Path, repaired[1].Path);
    }

    internal SegmentationLink TumorLink => new("Tumor", 2, Tumor, null, Before, Scene["in/before"], null, Ablation, null);

    internal SegmentationLink AblationLink => new("Ablation", 2, Ablation, null, After, Scene["in/after"], null, Tumor, null);

    internal IReadOnlyList<LinkedSeries> LinkBoth(ReferenceConvention convention = ReferenceConvention.Standard) =>
        Link(convention, TumorLink, AblationLink);

    internal IReadOnlyList<LinkedSeries> Link(ReferenceConvention convention, params SegmentationLink[] links) =>
        Link(new LinkOptions { Convention = convention }, links.Select(LinkRequest.From));

    internal IReadOnlyList<LinkedSeries> Link(params LinkRequest[] requests) => Link(new LinkOptions(), requests);

    private IReadOnlyList<LinkedSeries> Link(LinkOptions options, IEnumerable<LinkRequest> requests)
    {
        var linker = new SegmentationLinker(options, new RunContext(Scene.Listener));
        return [.. requests.Select((request, i) => linker.Link(request, i + 1)).OfType<LinkedSeries>()];
    }

    internal IReadOnlyList<SegmentationReference> Find(params string[] folders) =>
        SegmentationIndex.Read([.. folders.Select(folder => Scene[folder])], new RunContext(Scene.Listener) { Workers = 2 });

    internal static string[] Bytes(string folder) => [.. Scene.FilesOf(folder).Select(
        path => Path.GetRelativePath(folder, path) + " " + Convert.ToHexString(File.ReadAllBytes(path)))];
}
