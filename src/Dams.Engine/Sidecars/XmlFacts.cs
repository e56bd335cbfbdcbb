using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using Dams.Cleaning;

namespace Dams.Sidecars;

/// <summary>What an XML file says of its patient.</summary>
/// <param name="Folder">The folder of the file.</param>
/// <param name="PatientIDs">The patients that it names: one, or none.</param>
/// <param name="Known">Its identifying values.</param>
internal sealed record XmlFacts(SourceFile File, string Folder, IReadOnlyList<string> PatientIDs, IReadOnlyList<KnownValue> Known)
{
    // Initials of two letters stand in every text.
    private const int ShortestName = 4;

    /// <param name="document">What is in the file.</param>
    public static XmlFacts Read(SourceFile file, XmlDocument document)
    {
        var ids = Values(document, "PatientData", "patientID").Concat(Values(document, "PatientInfo", "ID")).Distinct().ToArray();
        var names = Values(document, "PatientData", "patientName").Concat(Values(document, "PatientInfo", "Initial")).Where(name => name.Length >= ShortestName);
        var births = Values(document, "PatientInfo", "DOB").SelectMany(XmlValues.BirthDays).Select(DicomDate.Format);
        return new XmlFacts(
            file,
            Path.GetDirectoryName(file.Path)!,
            ids,
            [
                .. ids.Select(id => new KnownValue(KnownValueKind.Identifier, id)),
                .. names.Select(name => new KnownValue(KnownValueKind.Name, name)),
                .. births.Select(birth => new KnownValue(KnownValueKind.BirthDate, birth)),
            ]);
    }

    private static IEnumerable<string> Values(XmlDocument document, string element, string name) => document
        .SelectNodes($"//*[local-name()='{element}']/@{name} | //*[local-name()='{element}']/*[local-name()='{name}']")!
        .Cast<XmlNode>().Select(node => (node.Value ?? node.InnerText).Trim()).Where(value => value.Length > 0);
}
