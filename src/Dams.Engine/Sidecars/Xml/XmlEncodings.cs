using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Dams.Dicom.Text;

namespace Dams.Sidecars.Xml;

/// <summary>Finds out in which encoding an XML file is (XML 1.0 appendix F).</summary>
internal static class XmlEncodings
{
    private const int Utf8 = 65001, Utf16Little = 1200, Utf16Big = 1201;
    private const int LongestDeclaration = 256;

    private static readonly Regex Declared = new(
        @"^<\?xml\s[^>]*?\sencoding\s*=\s*(""(?<name>[A-Za-z][\w.-]*)""|'(?<name>[A-Za-z][\w.-]*)')", RegexOptions.CultureInvariant);

    private static readonly (byte[] Mark, int CodePage)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], Utf8),
        ([0xFF, 0xFE], Utf16Little),
        ([0xFE, 0xFF], Utf16Big),
    ];

    /// <summary>The byte order mark, perhaps none, and the encoding, which throws where it meets what it lacks.</summary>
    /// <exception cref="DamsException">It names an encoding that is not known here.</exception>
    public static (byte[] Mark, Encoding Encoding) Detect(byte[] bytes)
    {
        foreach (var (mark, codePage) in Marks)
        {
            if (bytes.Take(mark.Length).SequenceEqual(mark))
                return (mark, Encodings.Strict(codePage));
        }
        if (bytes.Length >= 2 && (bytes[0] == 0 || bytes[1] == 0))
            return ([], Encodings.Strict(bytes[0] == 0 ? Utf16Big : Utf16Little));
        var head = Encodings.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, LongestDeclaration));
        var match = Declared.Match(head);
        return ([], match.Success ? Named(match.Groups["name"].Value) : Encodings.Strict(Utf8));
    }

    /// <summary>Whether characters have two bytes at least, so that the bytes cannot be read one by one.</summary>
    public static bool IsWide(Encoding encoding) => encoding.CodePage is Utf16Little or Utf16Big;

    private static Encoding Named(string name)
    {
        // The declaration was read as bytes, so that it is not in UTF-16 whatever it says.
        if (name.StartsWith("UTF-16", StringComparison.OrdinalIgnoreCase))
            return Encodings.Strict(Utf8);
        try
        {
            var known = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return Encodings.Strict(known.CodePage);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw SidecarErrors.UnreadableXmlEncoding();
        }
    }
}
