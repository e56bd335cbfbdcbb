using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace Dams.Tests.Support.Expecting;

/// <summary>Whether bytes are a value, and not an empty one, that a value representation allows (PS3.5 table 6.2-1).</summary>
internal static class ValueForm
{
    public static bool Fits(string vr, byte[] value)
    {
        if (value.Length == 0 || value.Length % 2 != 0)
            return false;
        var text = Encoding.Latin1.GetString(value);
        return vr switch
        {
            "UI" => Regex.IsMatch(text, @"^(0|[1-9]\d*)(\.(0|[1-9]\d*))+\0?$") && text.TrimEnd('\0').Length <= 64,
            "AE" => text.Length <= 16 && text.Trim().Length > 0 && IsPlain(text),
            "AS" => Regex.IsMatch(text, @"^\d{3}[DWMY]$"),
            "CS" => Regex.IsMatch(text, @"^[A-Z0-9 _]{1,16}$") && text.Trim().Length > 0,
            "DA" => DateTimeFits(text, "yyyyMMdd"),
            "TM" => DateTimeFits(text.TrimEnd(' '), "HHmmss"),
            "DT" => DateTimeFits(text.TrimEnd(' '), "yyyyMMddHHmmss"),
            "DS" => text.Length <= 16 && double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            "IS" => text.Length <= 12 && int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "SH" => text.Length <= 16 && text.Trim().Length > 0 && IsPlain(text),
            "LO" or "PN" => text.Length <= 64 && text.Trim().Length > 0 && IsPlain(text),
            "ST" or "LT" or "UC" or "UT" => text.Trim().Length > 0 && IsPlain(text),
            "UR" => System.Uri.TryCreate(text.TrimEnd(' '), System.UriKind.Absolute, out _),
            "US" or "SS" or "OW" => value.Length % 2 == 0,
            "UL" or "SL" or "FL" or "OF" or "OL" or "AT" => value.Length % 4 == 0,
            "FD" or "OD" or "OV" or "SV" or "UV" => value.Length % 8 == 0,
            "OB" or "UN" => true,
            _ => false,
        };
    }

    private static bool IsPlain(string text) => text.All(c => c is >= ' ' and < '\x7F' and not '\\');

    private static bool DateTimeFits(string text, string form) => System.DateTime.TryParseExact(
        text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
