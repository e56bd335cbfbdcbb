using System;
using System.Linq;
using System.Text;
using Dams.Tests.Support;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>Preambles, file meta information and transfer syntaxes that are not the file's.</summary>
internal static class HeadMutations
{
    private static readonly string[] Syntaxes =
    [
        "1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.70",
        "1.2.840.10008.1.2.5", "1.2.840.113619.5.2", "1.2.840.10008.1.2.4.95", "1.2.840.10008.1.2.1.98", "", "x", "1.2.840.10008.1.2\0\0\0", "1.2.840.10008.1.2.1 ",
    ];

    public static Action<FuzzFile, Random>[] All { get; } = [OtherSyntax, OtherSyntax, WithoutSyntax, WithoutPrefix, WithoutMeta, OtherPrefix, Deflated, Compressible, MetaElement];

    private static void OtherSyntax(FuzzFile file, Random random)
    {
        foreach (var element in file.Meta.Where(element => element.Tag == 0x00020010))
            element.Value = Encoding.Latin1.GetBytes(random.Pick(Syntaxes));
    }

    private static void WithoutSyntax(FuzzFile file, Random random) => file.Meta.RemoveAll(element => element.Tag == 0x00020010);

    private static void WithoutPrefix(FuzzFile file, Random random) => file.Prefix = [];

    private static void WithoutMeta(FuzzFile file, Random random) => file.Meta.Clear();

    private static void OtherPrefix(FuzzFile file, Random random) =>
        file.Prefix = random.Pick(file.Prefix[..Math.Min(file.Prefix.Length, 4)], [.. random.Bytes(128), .. "DICM"u8], "DICM"u8.ToArray(), [.. file.Prefix, .. file.Prefix], new byte[132]);

    private static void Deflated(FuzzFile file, Random random)
    {
        file.IsDeflated = !file.IsDeflated;
        file.IsExplicit = random.Next(2) == 0;
        if (random.Next(2) == 0)
            file.Meta.RemoveAll(element => element.Tag == 0x00020010);
        if (random.Next(3) > 0)
            file.Meta.Add(new FuzzElement { Tag = 0x00020010, Vr = "UI", Value = Encoding.ASCII.GetBytes(Syntax.Deflated.Uid) });
    }

    /// <summary>Much that is little while it is deflated.</summary>
    private static void Compressible(FuzzFile file, Random random)
    {
        if (!file.IsDeflated)
            return;
        var element = random.Pick(
            new FuzzElement { Tag = 0x7FE00010, Vr = "OW", Value = new byte[random.Pick(100_000, 4_000_000, 40_000_000)] },
            new FuzzElement { Tag = 0x00104000, Vr = "UT", Value = new byte[random.Pick(100_000, 4_000_000)] });
        file.Dataset.Add(element);
    }

    private static void MetaElement(FuzzFile file, Random random)
    {
        if (file.Meta.Count == 0)
            return;
        var element = random.Pick(file.Meta.ToArray());
        switch (random.Next(4))
        {
            case 0:
                file.Meta.Remove(element);
                break;
            case 1:
                file.Meta.Add(element.Copy());
                break;
            case 2:
                element.Vr = random.Pick("UI", "OB", "UN", "SQ", "\0\0", "LO");
                break;
            default:
                element.FalseLength = random.Pick<uint>(0, 1, 3, 200, 0xFFFF);
                break;
        }
    }
}
