using System.Linq;
using System.Text;

namespace Dams.Tests.Benchmark;

/// <summary>A character set as a value of (0008,0005) names it, and how its texts are written.</summary>
internal sealed class Alphabet
{
    private const string KoreanDesignation = "\u001B$)C";

    private readonly Encoding _encoding;
    private readonly bool _isSwitched;

    private Alphabet(string name, string encoding, bool isSwitched = false) =>
        (Name, _encoding, _isSwitched) = (name, CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding), isSwitched);

    public static Alphabet Ascii { get; } = new("", "us-ascii");

    public static Alphabet Latin { get; } = new("ISO_IR 100", "iso-8859-1");

    public static Alphabet Cyrillic { get; } = new("ISO_IR 144", "iso-8859-5");

    public static Alphabet Unicode { get; } = new("ISO_IR 192", "utf-8");

    public static Alphabet Chinese { get; } = new("GB18030", "gb18030");

    public static Alphabet Korean { get; } = new("\\ISO 2022 IR 149", "euc-kr", isSwitched: true);

    public string Name { get; }

    public byte[] Encode(string text)
    {
        if (!_isSwitched)
            return _encoding.GetBytes(text);
        // PS3.5 section 6.1.2.5.3: what ends a component or a line ends the designation too.
        var parts = text.Split('^', '=', '\n').Select(part => part.Any(letter => letter > '\u007F') ? KoreanDesignation + part : part);
        var rest = text.Where(letter => letter is '^' or '=' or '\n').Select(letter => $"{letter}").Append("");
        return _encoding.GetBytes(string.Concat(parts.Zip(rest, (part, end) => part + end)));
    }

    public string Decode(byte[] bytes) => _encoding.GetString(bytes).Replace(KoreanDesignation, "");
}
