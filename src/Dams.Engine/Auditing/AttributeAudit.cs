using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning;
using Dams.Deidentification;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Profiles;

namespace Dams.Auditing;

/// <summary>Finds attributes that no de-identified file has with a value, whatever the value is: no original is needed.</summary>
internal static class AttributeAudit
{
    private const string Dummy = "REMOVED";

    // Of those that are treated as a removed one; of the others a dummy or a new value is right.
    private static readonly HashSet<Tag> Removed =
        [.. Siblings.All.Where(sibling => sibling.Row.Basic == RuleAction.Remove && sibling.Row.Options.Count == 0).Select(sibling => new Tag(sibling.Row.Attributes.Value))];

    public static IEnumerable<(IdentifierKind Kind, string Rule)> Find(DicomFile file, ElementTree tree, int index)
    {
        var tag = tree[index].Tag;
        if (tree == file.Dataset && tag.BelongsInNoDataset && !tag.IsGroupLength)
            yield return (IdentifierKind.Identifier, AuditRule.MisplacedElement);
        if (Removed.Contains(tag) && file.Values.Text(tree, index) is not ("" or Dummy))
            yield return (IdentifierKind.Identifier, AuditRule.ForgottenAttribute);
        // As what such an element is called no rule for names has seen it; the subject stands where the patient stood.
        if (DataDictionary.VrOf(tag) == Vr.PN && ValueReader.VrOf(tree[index]) != Vr.PN && tag != KnownTag.PatientName
            && file.Values.Text(tree, index).Trim(' ', '\0') is not ("" or Dummy or TextCleaner.Marker))
        {
            yield return (IdentifierKind.Name, AuditRule.ForeignName);
        }
        if (tag == PatientAge.Attribute && PatientAge.IsHigh(file.Values.Text(tree, index)))
            yield return (IdentifierKind.Age, AuditRule.PatientAge);
    }
}
