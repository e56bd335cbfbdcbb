using System;
using System.Linq;
using System.Text;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>Identifiers that are none.</summary>
internal static class UidMutations
{
    private static readonly string[] Values =
    [
        "", "1", "1.2.840.10008.1.2.1", "1.2.840.10008.5.1.4.1.1.2\0\0", "../../../etc/passwd", "1.2..3", " 1.2.3 ", "1.2.3\\4.5.6", "not a uid", "1.02.3",
        "2.25." + "9999999999999999999999999999999999999999999999999999999999999999", "1.2.840.10008.", "1.2.840.10008.5.1.4.1.1.2.9.9.9", "\0", "1.2.3\n4",
    ];

    private static readonly uint[] Tags = [0x00080016, 0x00080018, 0x0020000D, 0x0020000E, 0x00200052];

    public static Action<FuzzFile, Random>[] All { get; } = [OfInstance, OfInstance, OfReference];

    private static void OfInstance(FuzzFile file, Random random)
    {
        var tag = random.Pick(Tags);
        foreach (var element in file.Dataset.Where(element => element.Tag == tag))
            element.Value = Encoding.Latin1.GetBytes(random.Pick(Values));
    }

    private static void OfReference(FuzzFile file, Random random)
    {
        foreach (var element in file.Elements.Where(element => element.Vr == "UI" && random.Next(3) == 0))
            element.Value = Encoding.Latin1.GetBytes(random.Pick(Values));
    }
}
