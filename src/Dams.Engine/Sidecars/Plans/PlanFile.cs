using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;

namespace Dams.Sidecars.Plans;

/// <summary>Reads one planning log of CAS-One IR: an XML file with the root <c>Eagles</c>.</summary>
internal static class PlanFile
{
    /// <summary>How the names of plans of tumours start.</summary>
    public const string TumorPrefix = "Plan_";

    /// <summary>How the names of validations of ablations start.</summary>
    public const string AblationPrefix = "AblationValidation_";

    /// <summary>What a tumour is called.</summary>
    public const string Tumor = "Tumor";

    /// <summary>What an ablation is called.</summary>
    public const string Ablation = "Ablation";

    /// <summary>Whether the name of a file is that of a planning log.</summary>
    public static bool HasPlanName(string path) => Path.GetExtension(path).Equals(".xml", StringComparison.OrdinalIgnoreCase) && PrefixOf(path).Length > 0;

    /// <summary>The prefix of a planning log's name, as it is usually written; empty where the name has none.</summary>
    public static string PrefixOf(string path) => new[] { TumorPrefix, AblationPrefix }
        .FirstOrDefault(prefix => Path.GetFileName(path).StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) ?? "";

    /// <summary>The segmentations that a plan names, in its order; none where the file is no plan.</summary>
    /// <param name="document">What is in the file.</param>
    public static IReadOnlyList<PlanSegmentation> Read(string path, XmlDocument document)
    {
        var root = document.DocumentElement!;
        if (root.LocalName != "Eagles")
            return [];
        var segmentations = new List<PlanSegmentation>();
        foreach (var trajectories in Children(root, "Trajectories"))
        {
            var lesion = 0;
            foreach (var trajectory in Children(trajectories, "Trajectory"))
            {
                lesion++;
                // Needles of one electrode group hang below the trajectory that they share: they treat the same lesion.
                foreach (var segmentation in Descendants(trajectory, "Segmentation"))
                    segmentations.Add(Read(path, root, segmentation, lesion));
            }
        }
        return segmentations;
    }

    /// <summary>The first word of a plan's time: when the recording began.</summary>
    public static string FirstTime(string time) => time.Trim().Split(' ')[0];

    private static PlanSegmentation Read(string path, XmlElement root, XmlElement segmentation, int lesion)
    {
        var patient = Children(root, "PatientData").FirstOrDefault();
        var place = PlanPath.Parse(Text(segmentation, "Path"));
        return new PlanSegmentation(
            Path.GetDirectoryName(Path.GetFullPath(path))!,
            patient?.GetAttribute("patientID").Trim() ?? "",
            FirstTime(root.GetAttribute("time")),
            Label(path, segmentation.GetAttribute("StructureType")),
            lesion,
            place,
            Text(segmentation, "SeriesUID"),
            patient?.GetAttribute("seriesID").Trim() ?? "",
            place.IsEmpty && IsSphere(segmentation));
    }

    private static bool IsSphere(XmlElement segmentation) =>
        segmentation.GetAttribute("SphereRadius").Trim().Length > 0
        || segmentation.GetAttribute("TypeOfSegmentation").Trim().Equals("Sphere", StringComparison.OrdinalIgnoreCase);

    private static string Label(string path, string structure) => structure.Trim().ToUpperInvariant() switch
    {
        "LESSION" or "LESION" or "TUMOR" or "TUMOUR" => Tumor,
        "ABLATIONZONE" or "ABLATION" => Ablation,
        _ => PrefixOf(path) == TumorPrefix ? Tumor : Ablation,
    };

    private static string Text(XmlElement parent, string name) => Children(parent, name).FirstOrDefault()?.InnerText.Trim() ?? "";

    private static IEnumerable<XmlElement> Children(XmlElement parent, string name) =>
        parent.ChildNodes.OfType<XmlElement>().Where(child => child.LocalName == name);

    private static IEnumerable<XmlElement> Descendants(XmlElement parent, string name) =>
        parent.SelectNodes($".//*[local-name()='{name}']")!.OfType<XmlElement>();
}
