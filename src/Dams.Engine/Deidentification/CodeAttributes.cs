using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Deidentification;

/// <summary>The attributes of a code (PS3.3 section 8.8): (0008,0100) to (0008,0122).</summary>
internal static class CodeAttributes
{
    private const ushort Group = 0x0008;
    private const ushort First = 0x0100, Last = 0x0122;

    public static bool Contains(Tag tag) => tag.Group == Group && tag.Element is >= First and <= Last;

    /// <summary>Whether an element is the meaning of a code whose words are those of a published scheme, and not of a hospital's own (99…, L).</summary>
    public static bool IsMeaningOfStandardScheme(DeidentificationContext context, int index)
    {
        var element = context.Tree[index];
        // Outside of an item there is no code.
        if (element.Tag != KnownTag.CodeMeaning || element.Parent == ElementTree.Root)
            return false;
        var scheme = context.Tree.Find(KnownTag.CodingSchemeDesignator, element.Parent);
        return scheme >= 0 && IsPublished(context.File.Values.Text(context.Tree, scheme));
    }

    /// <summary>Whether a designator is written as those of PS3.16 table 8-1 are: capitals and digits, with a small letter at most (NCIt).</summary>
    private static bool IsPublished(string designator) => designator.Length > 0 && designator != "L"
        && !designator.StartsWith("99", System.StringComparison.Ordinal)
        && designator.All(character => character is >= '0' and <= '9' or >= 'A' and <= 'Z' or >= 'a' and <= 'z' or '_' or '-' or '.')
        && designator.Count(char.IsLower) <= 1;
}
