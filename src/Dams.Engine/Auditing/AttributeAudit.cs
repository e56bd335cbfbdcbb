using System.Collections.Generic;
using System.Linq;
using Dams.Deidentification;
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
        if (tag == PatientAge.Attribute && PatientAge.IsHigh(file.Values.Text(tree, index)))
            yield return (IdentifierKind.Age, AuditRule.PatientAge);
    }
}
