using System;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dams.Sidecars.Xml;

/// <summary>Converts between values and how XML writes them (XML 1.0 sections 2.11, 3.3.3 and 4.1).</summary>
internal static class XmlEscapes
{
    private static readonly Regex Reference = new("&(?<name>[^;&<]*);", RegexOptions.CultureInvariant);
    private static readonly Regex LineEnd = new("\r\n?", RegexOptions.CultureInvariant);

    /// <summary>The text with every line end as a line feed.</summary>
    public static string NormalizeLines(string raw) => raw.IndexOf('\r') < 0 ? raw : LineEnd.Replace(raw, "\n");

    /// <summary>The value that a text or the value of an attribute means.</summary>
    public static string Decode(string raw, bool isAttribute)
    {
        var lines = NormalizeLines(raw);
        if (isAttribute)
            lines = lines.Replace('\n', ' ').Replace('\t', ' ');
        return lines.IndexOf('&') < 0 ? lines : Reference.Replace(lines, match => Resolve(match.Groups["name"].Value) ?? match.Value);
    }

    /// <summary>How a value is written.</summary>
    /// <param name="quote">The quotation mark around it; zero where it is text.</param>
    /// <param name="canWrite">Whether the encoding has the characters of a text.</param>
    public static string Encode(string value, char quote, Func<string, bool> canWrite)
    {
        var isWritable = canWrite(value);
        var raw = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var isPair = char.IsHighSurrogate(value[i]) && i + 1 < value.Length;
            var character = value.Substring(i, isPair ? 2 : 1);
            var isControl = value[i] == '\r' || (quote != 0 && value[i] is '\n' or '\t');
            if (value[i] == '<')
                raw.Append("&lt;");
            else if (value[i] == '&')
                raw.Append("&amp;");
            else if (value[i] == '>' && quote == 0)
                raw.Append("&gt;");
            else if (value[i] == quote)
                raw.Append(quote == '"' ? "&quot;" : "&apos;");
            else if (isControl || (!isWritable && !canWrite(character)))
                raw.Append("&#x").Append(char.ConvertToUtf32(value, i).ToString("X", CultureInfo.InvariantCulture)).Append(';');
            else
                raw.Append(character);
            i += isPair ? 1 : 0;
        }
        return raw.ToString();
    }

    private static string? Resolve(string name) => name switch
    {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        _ when name.StartsWith("#x", StringComparison.Ordinal) => Character(name.Substring(2), NumberStyles.AllowHexSpecifier),
        _ when name.StartsWith("#", StringComparison.Ordinal) => Character(name.Substring(1), NumberStyles.None),
        _ => null,
    };

    private static string? Character(string digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) && code is >= 0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF)
            ? char.ConvertFromUtf32(code)
            : null;
}
