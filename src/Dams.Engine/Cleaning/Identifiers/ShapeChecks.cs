using System;
using System.Globalization;
using System.Linq;
using Dams.Cleaning.Names;

namespace Dams.Cleaning.Identifiers;

/// <summary>Checks that a regular expression cannot do: check digits, and parts that are dates. Digits are those from 0 to 9.</summary>
internal static class ShapeChecks
{
    private const int ShortestName = 4;

    private const string SpanishLetters = "TRWAGMYFPDXBNJZSQVHLCKE";

    /// <summary>The check with a name; <c>-</c> is none.</summary>
    public static Func<string, bool> Find(string name) => name switch
    {
        "-" => _ => true,
        "IPv4" => IsAddress,
        "PrivateIPv4" => IsPrivateAddress,
        "DayMonth" => text => DicomDate.TryParse("20" + text.Substring(0, 6), out _)
            || DicomDate.TryParse("20" + text.Substring(0, 2) + "0" + (text[2] - '5') + text.Substring(3, 3), out _),
        "UnknownEnds" => text => !Vocabulary.IsCommonWord(Folding.Fold(text.Split(' ')[0])) && !Vocabulary.IsCommonWord(Folding.Fold(text.Split(' ').Last())),
        "UnknownWord" => text => new TokenizedText(text).Tokens.Any(token =>
            token.Length >= ShortestName && !token.IsNumber && !Vocabulary.IsCommonWord(token.Folded)),
        "Pesel" => IsPesel,
        "LongNumber" => text => !IsDate(text),
        "KoreanResident" => text => IsMonthAndDay(Digits(text).Substring(2, 4)),
        "ChineseResident" => IsChineseResident,
        "Nhs" => IsNhs,
        "French" => IsFrench,
        "SpanishDni" => IsSpanishDni,
        "UnknownStreet" => HasUnknownWord,
        "GermanTax" => IsGermanTax,
        "Austrian" => IsAustrian,
        "GermanInsured" => IsGermanInsured,
        "JapanesePerson" => IsJapanesePerson,
        "Aadhaar" => text => IsVerhoeff(Digits(text)),
        _ => throw new ArgumentException("There is no such check.", nameof(name)),
    };

    /// <summary>An address, and not four parts of a version: private networks, and parts too large for a version.</summary>
    private static bool IsAddress(string text)
    {
        var parts = Array.ConvertAll(text.Split('.'), int.Parse);
        return parts.All(part => part < 256) && (parts[0] is 10 or 172 or 192 || parts.Count(part => part > 31) > 1);
    }

    /// <summary>An address of a network that is not public (RFC 1918) with a number in it that no version has.</summary>
    private static bool IsPrivateAddress(string text)
    {
        var parts = Array.ConvertAll(text.Split('.'), int.Parse);
        var isPrivate = parts[0] == 10 || (parts[0] == 192 && parts[1] == 168) || (parts[0] == 172 && parts[1] is >= 16 and <= 31);
        return isPrivate && parts.All(part => part < 256) && parts.Skip(parts[0] == 10 ? 1 : 2).Any(part => part > 99);
    }

    /// <summary>Eleven digits with weights 1, 3, 7, 9 and a check digit; the first six are a date.</summary>
    private static bool IsPesel(string text)
    {
        int[] weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
        var sum = weights.Select((weight, i) => weight * (text[i] - '0')).Sum();
        var month = int.Parse(text.Substring(2, 2), CultureInfo.InvariantCulture) % 20;
        return (10 - sum % 10) % 10 == text[10] - '0' && month is >= 1 and <= 12;
    }

    private static string Digits(string text) => new(text.Where(char.IsDigit).ToArray());

    private static bool IsDate(string text) => text.Length is 8 or 12 or 14 && DicomDate.TryParse(text, out var date)
        && date.Year is >= 1880 and <= 2100;

    private static bool IsMonthAndDay(string digits) => DicomDate.TryParse("2000" + digits, out _);

    /// <summary>Ten digits, the last of which makes the weighted sum a multiple of 11.</summary>
    private static bool IsNhs(string text)
    {
        var digits = Digits(text);
        var sum = 0;
        for (var i = 0; i < 10; i++)
            sum += (digits[i] - '0') * (i == 9 ? 1 : 10 - i);
        return sum % 11 == 0 && digits.Distinct().Count() > 2;
    }

    private static bool IsChineseResident(string text)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = weights.Select((weight, i) => weight * (text[i] - '0')).Sum();
        return char.ToUpperInvariant(text[17]) == "10X98765432"[sum % 11];
    }

    private static bool IsFrench(string text)
    {
        var compact = text.Replace(" ", "");
        return compact.Length == 13
            || (compact.Length == 15 && long.TryParse(compact.Substring(0, 13), out var number)
                && 97 - number % 97 == int.Parse(compact.Substring(13), CultureInfo.InvariantCulture));
    }

    private static bool IsSpanishDni(string text)
    {
        var compact = text.Replace("-", "").ToUpperInvariant();
        var number = compact.Substring(0, compact.Length - 1).Replace('X', '0').Replace('Y', '1').Replace('Z', '2');
        return int.TryParse(number, out var value) && SpanishLetters[value % 23] == compact[compact.Length - 1];
    }

    /// <summary>Whether a street has a name: a word behind the first that is neither one of medicine nor an everyday one.</summary>
    private static bool HasUnknownWord(string text) => new TokenizedText(text).Tokens.Skip(1).Any(token =>
        !token.IsNumber && token.Length > 2 && char.IsUpper(text[token.Start]) && !MedicalEndings.Has(token.Folded)
        && (!Vocabulary.IsCommonWord(token.Folded) || IsOfStreets(text)));

    // "Calle Mayor", "Corso Italia": what only streets start with needs no unknown name.
    private static bool IsOfStreets(string text) => Folding.Fold(text.Split(' ')[0]) is "CALLE" or "C/" or "AVENIDA" or "AVDA." or "PLAZA" or "PASEO" or "VIALE" or "PIAZZA" or "RUA"
        or "V.LE" or "P.ZA" or "P.ZZA" or "P.LE" or "C.SO" or "V.LO" or "L.GO" or "C.DA" or "AVDA" or "PZA." or "PZA" or "JR.";

    /// <summary>Eleven digits with a check digit by ISO 7064, MOD 11,10.</summary>
    private static bool IsGermanTax(string text)
    {
        var digits = Digits(text);
        var product = 10;
        for (var i = 0; i < 10; i++)
        {
            var sum = (digits[i] - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return digits[0] != '0' && (11 - product) % 10 == digits[10] - '0';
    }

    /// <summary>Ten digits, the fourth of which is a check digit by weights and the last six of which are a birthday.</summary>
    private static bool IsAustrian(string text)
    {
        int[] weights = [3, 7, 9, 0, 5, 8, 4, 2, 1, 6];
        var digits = Digits(text);
        var sum = weights.Select((weight, i) => weight * (digits[i] - '0')).Sum();
        return digits[0] != '0' && sum % 11 == digits[3] - '0' && IsMonthAndDay(digits.Substring(6, 2) + digits.Substring(4, 2));
    }

    /// <summary>A letter and nine digits, the last of which makes a sum of alternating weights (MOD 10).</summary>
    private static bool IsGermanInsured(string text)
    {
        var digits = (text[0] - 'A' + 1).ToString("00", CultureInfo.InvariantCulture) + text.Substring(1);
        var sum = 0;
        for (var i = 0; i < digits.Length - 1; i++)
        {
            var product = (digits[i] - '0') * (1 + i % 2);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == digits[digits.Length - 1] - '0';
    }

    /// <summary>Twelve digits, the last of which is a check digit (MOD 11).</summary>
    private static bool IsJapanesePerson(string text)
    {
        int[] weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
        var digits = Digits(text);
        var rest = weights.Select((weight, i) => weight * (digits[i] - '0')).Sum() % 11;
        return (rest <= 1 ? 0 : 11 - rest) == digits[11] - '0';
    }

    private static bool IsVerhoeff(string digits)
    {
        int[,] multiply =
        {
            { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 }, { 1, 2, 3, 4, 0, 6, 7, 8, 9, 5 }, { 2, 3, 4, 0, 1, 7, 8, 9, 5, 6 },
            { 3, 4, 0, 1, 2, 8, 9, 5, 6, 7 }, { 4, 0, 1, 2, 3, 9, 5, 6, 7, 8 }, { 5, 9, 8, 7, 6, 0, 4, 3, 2, 1 },
            { 6, 5, 9, 8, 7, 1, 0, 4, 3, 2 }, { 7, 6, 5, 9, 8, 2, 1, 0, 4, 3 }, { 8, 7, 6, 5, 9, 3, 2, 1, 0, 4 },
            { 9, 8, 7, 6, 5, 4, 3, 2, 1, 0 },
        };
        int[] permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
        var check = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            for (var turn = 0; turn < i % 8; turn++)
                digit = permutation[digit];
            check = multiply[check, digit];
        }
        return check == 0;
    }
}
