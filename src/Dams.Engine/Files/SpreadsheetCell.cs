namespace Dams;

/// <summary>
/// Cells of a CSV that a spreadsheet would take for a formula and run: those that start with one of <c>= + - @</c>, their
/// full-width forms, a tab or a line end. An apostrophe goes in front of them when they are written and off when they are
/// read. Cells that have apostrophes in front of such a start get one more, so that each comes back as it was.
/// </summary>
/// <remarks>The list is that of OWASP, CSV Injection.</remarks>
public static class SpreadsheetCell
{
    private const char Prefix = '\'';
    private const string Starts = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>The cell to write for a value.</summary>
    public static string Escape(string value) => StartsFormula(value) ? Prefix + value : value;

    /// <summary>The value that a cell was written for.</summary>
    public static string Unescape(string cell) =>
        cell.Length > 0 && cell[0] == Prefix && StartsFormula(cell) ? cell.Substring(1) : cell;

    private static bool StartsFormula(string text)
    {
        var rest = text.TrimStart(Prefix);
        return rest.Length > 0 && Starts.IndexOf(rest[0]) >= 0;
    }
}
