using System.Collections.Generic;
using System.Linq;
using Dams.Subjects;
using Dams.Tests.Support.Reading;

namespace Dams.Tests.Support.Expecting;

/// <summary>The fates of the elements of one instance under the profile Basic.</summary>
internal sealed class BasicFates(FileReading source, NewIdentity identity)
{
    // UIDs of classes, of coding schemes and the like, which say nothing of a patient.
    private static readonly string[] ClassLike = ["SOPClass", "TransferSyntaxUID", "CodingSchemeUID", "ContextUID", "MappingResourceUID",
        "CreatorUID", "CreatorVersionUID", "ImplementationClassUID", "ClassesSupported", "SelectorUIValue", "TemplateUID", "SOPClasses"];

    private readonly string _sopClass = source.Find("SOPClassUID")?.Text.Split('\\')[0].Trim() ?? "";

    /// <summary>The value that an attribute of the pseudonym is to have; null for any other.</summary>
    public string? PseudonymFor(uint tag) => tag switch
    {
        0x00100010 => identity.PatientName,
        0x00100020 => identity.Subject,
        0x00100030 => identity.PatientBirthDate,
        _ => null,
    };

    /// <summary>The fate of an element.</summary>
    /// <param name="path">The sequences that enclose it, outermost first.</param>
    /// <param name="dummyDepth">How many sequences up the nearest with action D is; 0 where there is none.</param>
    public Fate Find(ElementReading element, IReadOnlyList<uint> path, int dummyDepth)
    {
        if ((element.Tag & 0xFFFF) == 0 && (element.Tag >> 16) % 2 == 0)
            return Fate.GroupLength;
        // Elements of commands, of the file meta information and of a DICOMDIR belong in no dataset.
        if (element.Tag >> 16 is 0 or 2 or 4)
            return Fate.Gone;
        var place = string.Join('/', path.Select(tag => $"{tag:X8}"));
        var action = ProfileTable.ActionFor(element.Tag, _sopClass, place);
        if (action == "" && dummyDepth == 0 && element.Items is null && BeyondTable.Goes(element.Tag, DataDictionary.VrOf(new Tag(element.Tag)).ToString()))
            action = ProfileTable.RemovalOf(element.Tag, _sopClass, place);
        if (PseudonymFor(element.Tag) is not null && action != "")
            return path.Count > 0 && element.Value.Length == 0 ? Fate.Same : Fate.Pseudonym;
        var vr = VrOf(element);
        return action switch
        {
            "X" => Fate.Gone,
            "Z" => Fate.Empty,
            _ when element.Items is not null => Fate.Inside,
            "D" => element.Value.Length == 0 ? Fate.Same : Fate.Dummy,
            "U" => Fate.Mapped,
            _ => Untouched(element, vr, dummyDepth),
        };
    }

    /// <summary>Whether action D of the table is on a sequence.</summary>
    public bool IsDummySequence(ElementReading element, IReadOnlyList<uint> path) =>
        ProfileTable.ActionFor(element.Tag, _sopClass, string.Join('/', path.Select(tag => $"{tag:X8}"))) == "D";

    private static Fate Untouched(ElementReading element, string vr, int dummyDepth)
    {
        var tag = new Tag(element.Tag);
        if (!DataDictionary.Contains(tag) || vr is "PN" or "SQ")
            return Fate.Gone;
        if (vr == "UI")
            return ClassLike.Any(DataDictionary.KeywordOf(tag).Contains) ? Fate.Same : Fate.Mapped;
        if (dummyDepth == 0 || element.Value.Length == 0)
            return Fate.Same;
        // Codes that sequences deeper down hold are concepts; those of the sequence itself may be a person.
        var isConcept = tag.Group == 8 && tag.Element is >= 0x100 and <= 0x122 && dummyDepth > 1;
        var tellsNothing = isConcept || vr is "CS" or "DS" or "IS" or "AT" or "US" or "SS" or "UL" or "SL" or "FL" or "FD"
            or "OW" or "OL" or "OF" or "OD" or "OV" or "SV" or "UV";
        return tellsNothing ? Fate.Same : Fate.Dummy;
    }

    public static string VrOf(ElementReading element) =>
        element.Vr == "UN" ? DataDictionary.VrOf(new Tag(element.Tag)).ToString() : element.Vr;
}
