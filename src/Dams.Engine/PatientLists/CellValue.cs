using System;
using System.Globalization;
using System.Linq;

namespace Dams.PatientLists;

/// <summary>What a cell of a list says, whichever program read it.</summary>
internal static class CellValue
{
    private const char Replacement = '\uFFFD';

    // What spreadsheets show where a formula has no result.
    private static readonly string[] Errors =
    [
        "#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!",
        "#UNKNOWN!", "#BUSY!", "#PYTHON!", "#GETTING_DATA",
    ];

    // What Export-Csv and pandas write where a number was none.
    private static readonly string[] NoNumbers = ["NaN", "nan", "<NA>"];

    /// <summary>The value itself.</summary>
    /// <exception cref="DamsException">It is an error of a spreadsheet, no number, or a text that was read in the wrong encoding.</exception>
    public static object Check(object value)
    {
        if (value is double.NaN or double.PositiveInfinity or double.NegativeInfinity)
            throw PatientListErrors.CellWithoutValue();
        var text = TextOf(value);
        if (Errors.Contains(text, StringComparer.OrdinalIgnoreCase) || NoNumbers.Contains(text, StringComparer.Ordinal))
            throw PatientListErrors.CellWithoutValue();
        return text.IndexOf(Replacement) < 0 ? value : throw PatientListErrors.LostCharacters();
    }

    /// <summary>The text of a cell without blanks around it, and without the marks that programs leave in what is copied.</summary>
    public static string TextOf(object value) =>
        new string((Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").Where(character => !IsMark(character)).ToArray()).Trim();

    /// <summary>A path without such marks around it; inside they may be of its name.</summary>
    public static string TrimPath(string path)
    {
        var (start, end) = (0, path.Length);
        while (start < end && (char.IsWhiteSpace(path[start]) || IsMark(path[start])))
            start++;
        while (end > start && (char.IsWhiteSpace(path[end - 1]) || IsMark(path[end - 1])))
            end--;
        return path.Substring(start, end - start);
    }

    /// <summary>
    /// Whether a character has no width and no meaning in an id or a name: directions, as Windows puts them before a path,
    /// a space without width, a mark of byte order. Those that join letters are part of names.
    /// </summary>
    private static bool IsMark(char character) => character
        is '\u00AD' or '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF'
        or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
