using System.Collections.Generic;
using System.Linq;
using System.Xml;
using Dams.Profiles;
using Dams.Profiles.Recipes;
using Dams.Sidecars.Plans;
using Dams.Sidecars.Xml;

namespace Dams.Sidecars;

/// <summary>Which nodes of an XML text have rules: those of the logs that Dams knows, and those of a recipe, which win.</summary>
internal sealed class XmlChanges
{
    private static readonly string[] KnownRoots = ["Eagles", "PatientInfo", "CTInfo", "SurgeryInfo"];

    private readonly Dictionary<XmlNode, XmlChange> _changes = [];
    private readonly XmlDocument _document;
    private readonly XmlValues _values;

    private XmlChanges(XmlDocument document, XmlValues values)
    {
        _document = document;
        _values = values;
    }

    /// <param name="folder">The folder of the file.</param>
    /// <exception cref="DamsException">Nothing says what the text is.</exception>
    public static XmlChanges Create(XmlSource source, XmlValues values, IReadOnlyList<XmlRule> rules, string folder)
    {
        var changes = new XmlChanges(source.Document, values);
        changes.AddKnown(folder);
        var found = 0;
        foreach (var rule in rules)
            found += changes.Set(rule.Path, changes.ChangeOf(rule.Rule));
        return found > 0 || KnownRoots.Contains(source.Document.DocumentElement!.LocalName) ? changes : throw SidecarErrors.UnknownXml();
    }

    /// <summary>What becomes of a node; null where no rule is about it.</summary>
    public XmlChange? Find(XmlNode node) => _changes.TryGetValue(node, out var change) ? change : null;

    private void AddKnown(string folder)
    {
        var (subject, name) = (new XmlChange(_ => _values.Subject), new XmlChange(_ => _values.Name));
        SetValue("PatientInfo", "ID", subject);
        SetValue("PatientInfo", "Initial", name);
        SetValue("PatientInfo", "DOB", new XmlChange(_values.NewBirthDate));
        SetValue("PatientData", "patientID", subject);
        SetValue("PatientData", "patientName", name);
        SetValue("PatientData", "seriesPath", XmlChange.Empty);
        SetValue("PatientData", "seriesID", new XmlChange(_values.NewUid));
        SetValue("Eagles", "time", new XmlChange(_values.NewTime));
        foreach (XmlElement segmentation in _document.SelectNodes("//*[local-name()='Segmentation']")!)
        {
            var place = PlanPath.Parse(segmentation.SelectSingleNode("*[local-name()='Path']")?.InnerText ?? "");
            var uid = new XmlChange(old => _values.NewSegmentationUid(old, folder, place));
            foreach (XmlNode node in segmentation.SelectNodes("*[local-name()='SeriesUID'] | @SeriesUID")!)
                _changes[node] = uid;
        }
        Set("//*[local-name()='CTInfo' or local-name()='SurgeryInfo']", XmlChange.Remove);
    }

    /// <summary>A value that is an attribute in some versions and an element in others.</summary>
    private void SetValue(string element, string name, XmlChange change) =>
        Set($"//*[local-name()='{element}']/@{name} | //*[local-name()='{element}']/*[local-name()='{name}']", change);

    private int Set(string path, XmlChange change)
    {
        var nodes = _document.SelectNodes(path)!;
        foreach (XmlNode node in nodes)
            _changes[node is XmlDocument document ? document.DocumentElement! : node] = change;
        return nodes.Count;
    }

    private XmlChange ChangeOf(Rule rule) => rule.Action switch
    {
        RuleAction.Remove => XmlChange.Remove,
        RuleAction.Empty => XmlChange.Empty,
        RuleAction.Dummy => new XmlChange(_ => rule.Replacement!, fillsEmpty: true),
        RuleAction.Hash => new XmlChange(_values.Hash),
        RuleAction.Shift => new XmlChange(_values.Shift),
        RuleAction.MapUid => new XmlChange(_values.MapUid),
        RuleAction.Clean => new XmlChange(_values.CleanAll),
        _ => XmlChange.Keep,
    };
}
