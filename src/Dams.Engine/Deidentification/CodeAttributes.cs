using Dams.Dicom.Dictionary;

namespace Dams.Deidentification;

/// <summary>The attributes of a code (PS3.3 section 8.8): (0008,0100) to (0008,0122).</summary>
internal static class CodeAttributes
{
    private const ushort Group = 0x0008;
    private const ushort First = 0x0100, Last = 0x0122;

    public static bool Contains(Tag tag) => tag.Group == Group && tag.Element is >= First and <= Last;

    /// <summary>Whether an element belongs to a code whose words are those of a published scheme, and not of a hospital's own (99…, L).</summary>
    public static bool IsOfStandardScheme(DeidentificationContext context, int index)
    {
        var element = context.Tree[index];
        if (!Contains(element.Tag))
            return false;
        var scheme = context.Tree.Find(KnownTag.CodingSchemeDesignator, element.Parent);
        var designator = scheme < 0 ? "" : context.File.Values.Text(context.Tree, scheme);
        return element.Tag != KnownTag.CodeMeaning || !(designator.Length == 0 || designator == "L" || designator.StartsWith("99", System.StringComparison.Ordinal));
    }
}
