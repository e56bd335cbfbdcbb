using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Dams.Dicom.Text;

namespace Dams.Auditing;

/// <summary>Reads the text files that lie beside images.</summary>
internal static class TextFile
{
    private static readonly HashSet<string> Extensions = new(
        [".xml", ".txt", ".csv", ".tsv", ".json", ".log", ".html", ".htm", ".md", ".yaml", ".yml", ".ini"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Markup = new([".xml", ".html", ".htm"], StringComparer.OrdinalIgnoreCase);

    private static readonly Regex Escape = new(@"\\u([0-9A-Fa-f]{4})", RegexOptions.CultureInvariant);

    private static readonly Regex Declaration = new(@"^<\?xml[^>]*encoding\s*=\s*[""']([\w-]+)[""']", RegexOptions.CultureInvariant);

    /// <summary>Whether a file is a text file, by the extension of its name.</summary>
    public static bool HasTextExtension(string path) => Extensions.Contains(Path.GetExtension(path));

    /// <summary>Reads the lines of a file, with the escapes of markup and JSON resolved.</summary>
    public static string[] ReadLines(string path)
    {
        var text = Decode(RegularFile.ReadAll(path));
        var extension = Path.GetExtension(path);
        if (Markup.Contains(extension))
            text = WebUtility.HtmlDecode(text);
        else if (string.Equals(extension, ".json", StringComparison.OrdinalIgnoreCase))
            text = Escape.Replace(text, match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString());
        return text.Replace("\r\n", "\n").Split('\n', '\r');
    }

    private static string Decode(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encodings.Latin1, detectEncodingFromByteOrderMarks: true);
        var text = reader.ReadToEnd();
        if (reader.CurrentEncoding != Encodings.Latin1)
            return text;
        return EncodingGuesses.DecodeUtf8(bytes) ?? Declared(bytes, text) ?? text;
    }

    private static string? Declared(byte[] bytes, string text)
    {
        if (Declaration.Match(text) is not { Success: true } match)
            return null;
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(match.Groups[1].Value) ?? Encoding.GetEncoding(match.Groups[1].Value);
            return encoding.GetString(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
