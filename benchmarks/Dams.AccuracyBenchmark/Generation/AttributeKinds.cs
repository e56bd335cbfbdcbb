using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dams.Benchmarks.Accuracy.Generation;

/// <summary>What the name of an attribute and its value representation allow to be planted in it.</summary>
internal static partial class AttributeKinds
{
    public static readonly string[] Text = ["LO", "SH", "ST", "LT", "UT", "UC"];
    public static readonly string[] Prose = ["ST", "LT", "UT", "UC"];
    public static readonly string[] Ascii = ["AE", "AS", "CS", "DA", "DS", "DT", "IS", "TM", "UI", "UR"];
    public static readonly string[] Binary = ["US", "UL", "SS", "SL", "FL", "FD"];
    public static readonly string[] Bytes = ["OB", "OW", "UN"];

    // What says how the file is to be read, what makers of a de-identified file write, and what stands in every header here.
    private static readonly string[] Fixed =
    [
        "00080005", "00080016", "00080018", "00080008", "00080060", "00080201", "00080001", "00080006", "00120062", "00120063",
        "00120064", "00280301", "00280303", "00100020", "00100010",
        "00100030", "00081030", "0020000D", "0020000E", "00200013", "00200011", "00180015", "00185100", "00180050", "00200032",
        "00200037", "00201041", "00200052",
        "04000500", "04000510", "04000520", "04000561", "4FFE0001", "00081140", "00540400",
    ];

    public static bool IsPlantable(string tag) =>
        !Fixed.Contains(tag)
        && string.CompareOrdinal(tag, "7FE0") < 0
        && !(tag.StartsWith("0028", StringComparison.Ordinal) && string.CompareOrdinal(tag, "00281200") < 0)
        && !tag.StartsWith("50", StringComparison.Ordinal)
        && !tag.StartsWith("60", StringComparison.Ordinal);

    public static int RoomOf(string vr) => vr switch
    {
        "SH" or "CS" or "AE" or "DS" => 16,
        "IS" => 12,
        "LO" or "UI" => 64,
        _ => 900,
    };

    /// <summary>The name itself says that the value identifies somebody or a place: nobody can ask that it stay.</summary>
    public static bool NamesWhatIdentifies(string keyword) => Identifying().IsMatch(keyword);

    /// <summary>The name itself says that the value is a maker's word for a product, a version, a code or a number.</summary>
    public static bool NamesProduct(string keyword) => OfProduct().IsMatch(keyword);

    public static bool HoldsClassUid(string keyword) => OfClass().IsMatch(keyword);

    [GeneratedRegex(
        "Name|ID(s|$|[A-Z])|Identif|Number|Issuer|Owner|Organi[sz]ation|Author|Creator|Institution|Address|Operator|"
        + "Physician|Person|Contact|Facility|Location|Station|Label|Entity|Locator|Patient|Agency|Service|UID|Date|"
        + "Jurisdiction|Tracking|Family|Observer|User|Device|Manufacturer|Accession|Itinerary|Signature|Certificate|"
        + "Encrypted|MAC|Barcode|Welder|Path|Subject")]
    private static partial Regex Identifying();

    [GeneratedRegex("Manufacturer|Model|Version|Software|Firmware|Algorithm|Serial|Number|Identifier|Code|Lot|UID|IDs?$")]
    private static partial Regex OfProduct();

    [GeneratedRegex(
        "ClassUID|SOPClasses|TemplateUID|CreatorVersionUID|ContextUID|"
        + "CodingSchemeUID|MappingResourceUID|TransferSyntaxUID|ContextGroupExtensionCreatorUID")]
    private static partial Regex OfClass();
}
