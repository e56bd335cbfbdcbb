using Dams.Dicom;
using Dams.Profiles;

namespace Dams.Deidentification;

/// <summary>Finds to which private creator an element of a file belongs, and the rule for it.</summary>
internal static class PrivateBlocks
{
    /// <summary>The creator that reserved the block of an element; empty where none did.</summary>
    public static string CreatorOf(DicomFile file, int index)
    {
        var tree = file.Dataset;
        var element = tree[index];
        var creator = tree.Find(new Tag(element.Tag.Group, (ushort)(element.Tag.Element >> 8)), element.Parent);
        return creator >= 0 && tree[creator].Tag.IsPrivateCreator ? file.Values.Text(tree, creator, Vr.LO) : "";
    }

    /// <summary>The value representation by which to read a private element.</summary>
    public static Vr VrOf(Element element, string creator) =>
        element.Vr == Vr.UN && PrivateDictionary.Find(creator, element.Tag) is { } known ? known.Vr : element.Vr;

    /// <summary>The rule for a private element; a creator stays where an element of its block does.</summary>
    public static Rule RuleFor(Profile profile, DicomFile file, int index)
    {
        var tag = file.Dataset[index].Tag;
        if (!profile.AsksForCreators)
            return profile.RuleForPrivate(tag, file.Dataset[index].Vr, creator: "");
        if (!tag.IsPrivateCreator)
            return RuleForElement(profile, file, index);
        var explicitRule = profile.RuleFor(tag, Vr.LO);
        return explicitRule.Action == RuleAction.Keep || HasKeptElement(profile, file, index) ? Rule.Keep : Rule.Remove;
    }

    private static Rule RuleForElement(Profile profile, DicomFile file, int index)
    {
        var element = file.Dataset[index];
        var creator = CreatorOf(file, index);
        return profile.RuleForPrivate(element.Tag, VrOf(element, creator), creator);
    }

    private static bool HasKeptElement(Profile profile, DicomFile file, int creator)
    {
        var tree = file.Dataset;
        var (group, block, parent) = (tree[creator].Tag.Group, tree[creator].Tag.Element, tree[creator].Parent);
        for (var i = tree.FirstIn(parent); i < tree.EndOf(parent); i = tree[i].Next)
        {
            var tag = tree[i].Tag;
            if (tag.Group == group && tag.Element >> 8 == block && !tag.IsPrivateCreator
                && RuleForElement(profile, file, i).Action != RuleAction.Remove)
            {
                return true;
            }
        }
        return false;
    }
}
