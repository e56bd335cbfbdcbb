using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Core;
using Dams.Dicom.Dictionary;
using Dams.Profiles;

namespace Dams.Deidentification;

/// <summary>
/// Content items of structured reports (PS3.3 section C.17.3) whose concept says that their text identifies, whatever
/// stands in it.
/// </summary>
internal static class ContentItems
{
    private static readonly Dictionary<string, string> Concepts = EmbeddedText.Lines("content-items.txt")
        .Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words[1], StringComparer.Ordinal);

    /// <summary>The rule for the text of a content item; null where its concept asks for none.</summary>
    public static Rule? RuleFor(DeidentificationContext context, int index)
    {
        if (context.Tree[index].Tag != KnownTag.TextValue || context.Scope.Action != RuleAction.Clean
            || !Concepts.TryGetValue(ConceptOf(context, context.Tree[index].Parent), out var what))
        {
            return null;
        }
        return what switch
        {
            "subject" => new Rule(RuleAction.Dummy, context.Identity.Subject),
            "name" => new Rule(RuleAction.Dummy, context.Identity.PatientName),
            "institution" when context.Profile.Has(ProfileOption.RetainInstitutionIdentity) => null,
            "device" when context.Profile.Has(ProfileOption.RetainDeviceIdentity) => null,
            _ => new Rule(RuleAction.Dummy),
        };
    }

    private static string ConceptOf(DeidentificationContext context, int item)
    {
        var tree = context.Tree;
        var concept = tree.Find(KnownTag.ConceptNameCodeSequence, item);
        if (concept < 0 || tree.FirstIn(concept) >= tree.EndOf(concept))
            return "";
        var value = tree.Find(KnownTag.CodeValue, tree.FirstIn(concept));
        return value < 0 ? "" : context.File.Values.Text(tree, value);
    }
}
