using System;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>Value representations that are not the attribute's, or none.</summary>
internal static class VrMutations
{
    private static readonly string[] Known =
        "AE AS AT CS DA DS DT FD FL IS LO LT OB OD OF OL OV OW PN SH SL SQ SS ST SV TM UC UI UL UN UR US UT UV".Split(' ');

    private static readonly string[] Unknown = ["\0\0", "  ", "??", "OX", "ZZ", "cs", "U\0", "-\0", "\u00FF\u00FF", "QQ"];

    public static Action<FuzzFile, Random>[] All { get; } =
        [ToKnown, ToKnown, ToUnknown, OfCharacterSet, LengthOfOtherSize, ExplicitOrNot, AllOfOtherForm];

    private static void ToKnown(FuzzFile file, Random random) => DicomMutator.Any(file, random).Vr = random.Pick(Known);

    private static void ToUnknown(FuzzFile file, Random random) => DicomMutator.Any(file, random).Vr = random.Pick(Unknown);

    private static void OfCharacterSet(FuzzFile file, Random random)
    {
        if (file.Dataset.Find(element => element.Tag == 0x00080005) is { } element)
            element.Vr = random.Pick(Known);
    }

    private static void LengthOfOtherSize(FuzzFile file, Random random)
    {
        var element = DicomMutator.Any(file, random);
        element.Vr = random.Pick("UN", "UT", "OB", "SQ", "UC", "LO", "PN");
        element.HasLongLength = random.Next(2) == 0;
    }

    private static void ExplicitOrNot(FuzzFile file, Random random) => DicomMutator.Any(file, random).IsExplicit = random.Next(2) == 0;

    private static void AllOfOtherForm(FuzzFile file, Random random)
    {
        if (random.Next(3) == 0)
            file.IsBigEndian = !file.IsBigEndian;
        else
            file.IsExplicit = !file.IsExplicit;
    }
}
