using System.Collections.Generic;
using Dams.Sidecars.Plans;
using Dams.Sidecars.Xml;

namespace Dams.Sidecars;

/// <summary>Reads XML files: each once for what it says of its patient and of segmentations, whoever asks first.</summary>
/// <remarks>Memory: some hundred bytes for each file and each segmentation of a plan. Not safe for use by several threads.</remarks>
internal sealed class SidecarReader
{
    private readonly Dictionary<SourceFile, (XmlFacts Facts, IReadOnlyList<PlanSegmentation> Plan)> _files = [];

    /// <summary>What a file says of its patient.</summary>
    /// <exception cref="DamsException">It is no XML that can be read.</exception>
    public XmlFacts FactsOf(SourceFile file) => Read(file).Facts;

    /// <summary>The segmentations that a planning log names, in its order; none where the file is no plan.</summary>
    /// <exception cref="DamsException">It is no XML that can be read.</exception>
    public IReadOnlyList<PlanSegmentation> PlanOf(SourceFile file) => Read(file).Plan;

    private (XmlFacts Facts, IReadOnlyList<PlanSegmentation> Plan) Read(SourceFile file)
    {
        if (!_files.TryGetValue(file, out var contents))
        {
            var document = XmlSource.Read(file.Path).Document;
            contents = (XmlFacts.Read(file, document), PlanFile.HasPlanName(file.Path) ? PlanFile.Read(file.Path, document) : []);
            _files.Add(file, contents);
        }
        return contents;
    }
}
