using System;
using System.Linq;
using System.Text;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>Character sets that are none or not the text's, and texts of strange characters.</summary>
internal static class TextMutations
{
    private static readonly string[] CharacterSets =
    [
        "ISO_IR 192", "ISO_IR 13", "GBK", "GB18030", "ISO 2022 IR 87\\ISO 2022 IR 159", "\\ISO 2022 IR 149", "ISO 2022 IR 58", "ISO-IR 100",
        "utf8", "\\\\\\\\", "ISO_IR 999", "ISO 2022 IR 87\\GB18030", "ISO_IR 192\\ISO 2022 IR 87", "\0", "\u001b", "ISO_IR 166", "ISO_IR 138\\ISO_IR 127",
    ];

    private static readonly byte[][] Texts =
    [
        "\u001b$B$O$s$J\u001b(B^Erika"u8.ToArray(), "\u001b$)C\u001b"u8.ToArray(), "\u001b\u001b\u001b$("u8.ToArray(),
        [0xFF, 0xFE, 0x00, 0x41], [0xC3], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], [0x81, 0x30, 0x81], [0x8E, 0xE0, 0xA1],
        .. new[] { "０４７１１", "١٩٥٢٠٨١٧", "১২৩", "Ｍüller^Erika=山田^花子=やまだ", "\\\\\\\\", "^^^^=^^^^=^^^^", "2024-03-11T10:11:12", "１９５２0817", "99999999", "-1e999", "İıſK", "\u0000\u0001\u007f", "A\u0301\u0301\u0301", "🙂" }
            .Select(Encoding.UTF8.GetBytes),
    ];

    public static Action<FuzzFile, Random>[] All { get; } = [CharacterSet, Text, Text, InWords, Numbers];

    private static void CharacterSet(FuzzFile file, Random random)
    {
        var element = file.Dataset.Find(known => known.Tag == 0x00080005);
        if (element is null)
            file.Dataset.Insert(0, element = new FuzzElement { Tag = 0x00080005, Vr = "CS" });
        element.Value = Encoding.Latin1.GetBytes(random.Pick(CharacterSets));
        if (random.Next(4) == 0)
            DicomMutator.Any(file, random).Items?.ForEach(item => item.Elements.Insert(0, element.Copy()));
    }

    private static void Text(FuzzFile file, Random random) => DicomMutator.Any(file, random).Value = random.Pick(Texts);

    private static void InWords(FuzzFile file, Random random)
    {
        var element = DicomMutator.Any(file, random);
        element.Value = [.. element.Value, (byte)random.Pick(' ', '\\', '^', '='), .. random.Pick(Texts), .. element.Value];
    }

    private static void Numbers(FuzzFile file, Random random) => DicomMutator.Any(file, random).Value = Encoding.UTF8.GetBytes(string.Join(
        random.Pick(" ", "\\", ""), Enumerable.Repeat(random.Pick("12345678", "756.1234.5678.97", "19520817", "١٢٣٤٥٦٧٨٩", "１２３-４５-６７８９", "11.03.2024"), random.Pick(1, 3, 200))));
}
