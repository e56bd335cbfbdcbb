using System;
using System.Globalization;
using System.Linq;
using Dams.Dicom.Dictionary;

namespace Dams.Profiles;

/// <summary>Values that a user gives in place of others (PS3.5 table 6.2-1).</summary>
internal static class ReplacementValue
{
    /// <summary>Refuses what the value representation of an attribute cannot hold.</summary>
    /// <exception cref="DamsException">The value does not fit.</exception>
    public static void EnsureFits(Tag tag, string text)
    {
        if (IsIdentity(tag))
            throw ProfileErrors.ReplacedIdentity(tag);
        if (ProblemOf(tag, text) is { } problem)
            throw ProfileErrors.InvalidReplacement(tag, problem);
    }

    /// <summary>Why an attribute cannot have a value; null where it can.</summary>
    public static string? ProblemOf(Tag tag, string text)
    {
        var vr = DataDictionary.VrOf(tag);
        if (IsIdentity(tag))
            return "it gets the pseudonym and cannot be replaced by a rule for all patients";
        if (vr == Vr.SQ || (!vr.IsText && !IsNumber(vr)))
            return $"{vr} cannot be written as text";
        var values = vr.IsMultiText || !vr.IsText ? text.Split('\\') : [text];
        return text.Length > 0 && !values.All(value => Fits(vr, value)) ? $"the value is none of {vr}" : null;
    }

    private static bool IsIdentity(Tag tag) => tag == KnownTag.PatientID || tag == KnownTag.PatientName;

    /// <summary>The bytes of numbers that are written as text, parted by backslashes.</summary>
    /// <returns>False where a file gives an attribute a value representation that cannot hold the text.</returns>
    public static bool TryEncodeNumbers(Vr vr, string text, bool isBigEndian, out byte[] bytes)
    {
        var values = text.Length == 0 ? [] : text.Split('\\');
        var fits = IsNumber(vr) && values.All(value => Fits(vr, value));
        bytes = fits ? [.. values.SelectMany(value => Number(vr, value, isBigEndian))] : [];
        return fits;
    }

    /// <summary>Whether values of it are binary numbers.</summary>
    public static bool IsNumber(Vr vr) =>
        vr == Vr.US || vr == Vr.SS || vr == Vr.UL || vr == Vr.SL || vr == Vr.UV || vr == Vr.SV || vr == Vr.FL || vr == Vr.FD;

    private static bool Fits(Vr vr, string value)
    {
        if (value.Any(character => char.IsControl(character) && character is not ('\r' or '\n' or '\f' or '\t'))
            || (vr != Vr.PN && value.Length > vr.MaximumCharacters))
        {
            return false;
        }
        if (vr == Vr.DA)
            return value.Length == 8 && DicomDate.TryParse(value, out _);
        if (vr == Vr.DT)
            return DicomDate.TryParse(value, out _) && value.Length <= 26;
        if (vr == Vr.TM)
            return value.Length is >= 2 and <= 14 && value.Replace(".", "").All(char.IsDigit);
        if (vr == Vr.UI)
            return value.All(character => character is '.' or (>= '0' and <= '9')) && !value.Contains("..");
        if (vr == Vr.CS)
            return value.All(character => character is ' ' or '_' or (>= '0' and <= '9') or (>= 'A' and <= 'Z'));
        if (vr == Vr.AS)
            return value.Length == 4 && value.Take(3).All(char.IsDigit) && value[3] is 'D' or 'W' or 'M' or 'Y';
        if (vr == Vr.IS)
            return int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _);
        if (vr == Vr.DS || vr == Vr.FL || vr == Vr.FD)
            return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        return !IsNumber(vr) || (decimal.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && FitsWord(vr, number));
    }

    private static bool FitsWord(Vr vr, decimal number) => vr switch
    {
        _ when vr == Vr.US => number is >= 0 and <= ushort.MaxValue,
        _ when vr == Vr.SS => number is >= short.MinValue and <= short.MaxValue,
        _ when vr == Vr.UL => number is >= 0 and <= uint.MaxValue,
        _ when vr == Vr.SL => number is >= int.MinValue and <= int.MaxValue,
        _ when vr == Vr.UV => number is >= 0 and <= ulong.MaxValue,
        _ => number is >= long.MinValue and <= long.MaxValue,
    };

    private static byte[] Number(Vr vr, string value, bool isBigEndian)
    {
        var culture = CultureInfo.InvariantCulture;
        var bytes = vr == Vr.FD ? BitConverter.GetBytes(double.Parse(value, culture))
            : vr == Vr.FL ? BitConverter.GetBytes(float.Parse(value, culture))
            : vr == Vr.UV ? BitConverter.GetBytes(ulong.Parse(value, culture))
            : BitConverter.GetBytes(long.Parse(value, culture));
        if (!BitConverter.IsLittleEndian)
            Array.Reverse(bytes);
        Array.Resize(ref bytes, vr.WordSize);
        if (isBigEndian)
            Array.Reverse(bytes);
        return bytes;
    }
}
