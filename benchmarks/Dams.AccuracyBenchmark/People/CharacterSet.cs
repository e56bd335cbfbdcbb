using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Dams.Benchmarks.Accuracy.People;

/// <summary>A character set, as PS3.3 section C.12.1.1.2 and PS3.5 section 6.1 have it.</summary>
/// <param name="Name">SpecificCharacterSet; null where the file does not say.</param>
internal sealed record CharacterSet(string? Name, Script Script, Encoding Encoding)
{
    private static readonly byte[] KoreanG1 = [0x1B, 0x24, 0x29, 0x43];

    public static IReadOnlyList<CharacterSet> All { get; } = Make();

    public byte[] Encode(string text)
    {
        if (Script != Script.Hangul)
            return Encoding.GetBytes(text);
        // The escape sequence stands again after each delimiter; PS3.5 section 6.1.2.5.3.
        var bytes = new List<byte>();
        var isOpen = false;
        foreach (var c in text)
        {
            if (c is '^' or '=' or '\\' or '\r' or '\n')
                isOpen = false;
            if (c > 127 && !isOpen)
            {
                bytes.AddRange(KoreanG1);
                isOpen = true;
            }
            bytes.AddRange(Encoding.GetBytes([c]));
        }
        return [.. bytes];
    }

    public string Decode(byte[] bytes) =>
        Script == Script.Hangul ? Encoding.GetString(WithoutKorean(bytes)) : Encoding.GetString(bytes);

    private static CharacterSet[] Make()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding Of(string name) => Encoding.GetEncoding(name);
        return
        [
            new("ISO_IR 100", Script.Latin, Encoding.Latin1),
            new("ISO_IR 144", Script.Cyrillic, Of("iso-8859-5")),
            new("ISO_IR 192", Script.Cyrillic, new UTF8Encoding(false)),
            new("\\ISO 2022 IR 87", Script.Kanji, Of("iso-2022-jp")),
            new("\\ISO 2022 IR 149", Script.Hangul, Of("euc-kr")),
            new("GB18030", Script.Han, Of("gb18030")),
            new(null, Script.Ascii, Encoding.Latin1),
        ];
    }

    private static byte[] WithoutKorean(byte[] bytes)
    {
        var kept = new List<byte>(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes.Skip(i).Take(4).SequenceEqual(KoreanG1))
                i += 3;
            else
                kept.Add(bytes[i]);
        }
        return [.. kept];
    }
}
