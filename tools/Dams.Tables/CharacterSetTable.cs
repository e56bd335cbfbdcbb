using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dams.Tables;

/// <summary>The code elements of PS3.3 tables C.12-3 and C.12-4, with the code page that .NET has for each.</summary>
/// <remarks>A line is: ISO registration number, code element, escape sequence, name, code page, bytes to a character.</remarks>
internal static partial class CharacterSetTable
{
    // What the standard does not say: which code page of .NET has the characters of a registered set, and its short name.
    private static readonly (string Registration, string Name, int CodePage)[] CodePages =
    [
        ("6", "ascii", 20127), ("14", "romaji", 20127), ("100", "latin-1", 28591), ("101", "latin-2", 28592),
        ("109", "latin-3", 28593), ("110", "latin-4", 28594), ("144", "cyrillic", 28595), ("127", "arabic", 28596),
        ("126", "greek", 28597), ("138", "hebrew", 28598), ("148", "latin-5", 28599), ("203", "latin-9", 28605),
        ("166", "thai", 874), ("13", "katakana", 932), ("87", "jis-x-0208", 51932), ("159", "jis-x-0212", 20932),
        ("149", "ks-x-1001", 51949), ("58", "gb-2312", 51936),
    ];

    /// <exception cref="InvalidDataException">The standard has a set that no code page is known for.</exception>
    public static IEnumerable<string> Lines(DocBookPart objects)
    {
        var printed = Rows(objects.Table("table_C.12-3"), 1).Concat(Rows(objects.Table("table_C.12-4"), 2))
            .DistinctBy(row => row.Registration).ToDictionary(row => row.Registration);
        if (printed.Keys.Except(CodePages.Select(page => page.Registration)).FirstOrDefault() is { } unknown)
            throw new InvalidDataException($"No code page is known for ISO-IR {unknown}.");
        return from page in CodePages
               where printed.ContainsKey(page.Registration)
               let row = printed[page.Registration]
               select string.Create(CultureInfo.InvariantCulture,
                   $"{row.Registration} {row.CodeElement} {row.Escape} {page.Name} {page.CodePage} {row.Bytes}");
    }

    private static IEnumerable<(string Registration, string CodeElement, string Escape, int Bytes)> Rows(DocBookTable table, int bytes) =>
        table.Texts("ISO Registration Number", "Code Element", "ESC Sequence")
            .Where(row => row[0].StartsWith("ISO-IR", StringComparison.Ordinal))
            .Select(row => (row[0]["ISO-IR".Length..].Trim(), row[1], EscapeOf(row[2]), bytes));

    // Bytes are printed as column and row of the code table in decimal: 02/13 is 2D.
    private static string EscapeOf(string printed) => string.Concat(ByteForm().Matches(printed.Replace(" ", "", StringComparison.Ordinal))
        .Select(match => (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * 16
            + int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)).ToString("X2", CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"(\d\d)/(\d\d)")]
    private static partial Regex ByteForm();
}
