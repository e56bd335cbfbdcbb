using System;
using System.Globalization;

namespace Dams;

/// <summary>Dates as DA and DT write them (PS3.5 table 6.2-1).</summary>
public static class DicomDate
{
    private const string Form = "yyyyMMdd";

    /// <summary>
    /// Reads YYYYMMDD, at the start of a DT too, or YYYY.MM.DD, which ACR-NEMA had. False where it is no day of the
    /// calendar.
    /// </summary>
    public static bool TryParse(string text, out DateTime date)
    {
        if (text.Length == 10 && text[4] == '.' && text[7] == '.')
            text = text.Replace(".", "");
        date = default;
        return text.Length >= Form.Length
            && DateTime.TryParseExact(
                text.Substring(0, Form.Length), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    /// <summary>The date as YYYYMMDD.</summary>
    public static string Format(DateTime date) => date.ToString(Form, CultureInfo.InvariantCulture);
}
