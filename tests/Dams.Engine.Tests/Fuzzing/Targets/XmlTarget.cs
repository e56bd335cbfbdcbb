using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using Dams.Tests.Fuzzing.Mutants;
using Dams.Tests.Sidecars;

namespace Dams.Tests.Fuzzing.Targets;

/// <summary>Planning logs beside the images of their patient: read as plans, and protected.</summary>
internal sealed class XmlTarget() : TextTarget("xml", "Plan_1.xml")
{
    private const string MRN = "MRN-4711";

    private static readonly string Whole = Planning.Log(
        Planning.BareNeedle + Planning.Needle("Lession", @"\Segmentations\SeriesNo_3\SegmentationNo_0") + Planning.Sphere("AblationZone"));

    private static readonly BytesMutator Mutator = new(
        "<a>", "</a>", "<a b='c'>", "<!-- MRN-4711 -->", "<![CDATA[Muster Erika]]>", "<?x y?>", "<!DOCTYPE a>", "&amp;", "&#77;", "&#x4d;uster", "&#0;", "&x;", "xmlns:p='q'", "<p:a>",
        "patientID=\"MRN-4711\"", "<PatientName>Muster^Erika</PatientName>", "encoding=\"UTF-16\"", "encoding=\"windows-1252\"", "standalone='yes'", "2024-03-12", "1.2.826.0.1.77.1.3", ">", "<", "]]>", "<Trajectory>", "<Segmentation>");

    public override byte[] Make(Random random, int number)
    {
        var bytes = Mutator.Mutate(Encoding.UTF8.GetBytes(Whole), random);
        return random.Next(10) == 0 ? Nested(bytes, random) : bytes;
    }

    protected override string? Read(string path)
    {
        using var run = new XmlRunBuilder();
        run.Files.WriteSeries("in/images", Planning.SourceUid);
        run.Files.Write("in/Plan_1.xml", File.ReadAllBytes(path));
        _ = SegmentationPlan.Read([run.In], [], [], new RunContext(run.Listener));
        run.Listener.Failures.Clear();
        var results = run.Run(run.Options());
        if (run.Listener.Failures.Find(failure => failure.Error.Id == nameof(CoreErrors.Unforeseen)) is { } unforeseen)
            return $"Unforeseen: {unforeseen.Error.Cause}";
        if (results.Count + run.Listener.Failures.Count != 1)
            return "An XML file is not accounted for";
        return results.Count == 1 ? Judge(path, results[0].Path) : null;
    }

    private static string? Judge(string source, string output)
    {
        if (Load(source) is not { } before)
            return null;
        if (Load(output) is not { } after)
            return "XML output that cannot be read";
        return Values(before).Contains(MRN) && Values(after).Contains(MRN) ? "A patient's number is in the XML output" : null;
    }

    private static IEnumerable<string> Values(XmlDocument document) => document.SelectNodes("//@* | //*[not(*)]/text()")!.Cast<XmlNode>().Select(node => node.Value!.Trim());

    private static XmlDocument? Load(string path)
    {
        var document = new XmlDocument { XmlResolver = null };
        try
        {
            document.Load(path);
            return document;
        }
        catch (Exception e) when (e is XmlException or IOException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static byte[] Nested(byte[] bytes, Random random)
    {
        var depth = random.Pick(10, 500, 5000, 20_000);
        var inside = $"{string.Concat(Enumerable.Repeat("<a>", depth))}{MRN}{string.Concat(Enumerable.Repeat("</a>", depth))}";
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("<Trajectories>", inside + "<Trajectories>", StringComparison.Ordinal));
    }
}
