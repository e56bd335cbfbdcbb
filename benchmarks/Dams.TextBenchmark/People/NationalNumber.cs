using System;
using System.Globalization;
using System.Linq;

namespace Dams.Benchmarks.Text.People;

/// <summary>Numbers that states give their people, with the check digits that they prescribe.</summary>
internal static class NationalNumber
{
    public static string Make(string language, Random random) => language switch
    {
        "en" => random.Next(3) == 0 ? $"{random.Next(100, 600)}-{random.Next(10, 99)}-{random.Next(1000, 9999)}" : Nhs(random),
        "de" => random.Next(3) switch { 0 => German(random), 1 => Swiss(random), _ => Austrian(random) },
        "fr" => French(random),
        "es" => Spanish(random),
        "it" => Italian(random),
        "ko" => Korean(random),
        "ja" => Japanese(random),
        _ => Chinese(random),
    };

    private static string Digits(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(i => random.Next(i == 0 ? 1 : 0, 10)));

    private static int Sum(string digits, params int[] weights) => weights.Select((weight, i) => weight * (digits[i] - '0')).Sum();

    private static string Nhs(Random random)
    {
        while (true)
        {
            var digits = Digits(random, 9);
            var check = 11 - Sum(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
            if (check != 10)
                return $"{digits[..3]} {digits[3..6]} {digits[6..]}{check % 11}";
        }
    }

    // Identifikationsnummer: ISO 7064, MOD 11,10.
    private static string German(Random random)
    {
        var digits = Digits(random, 10);
        var product = digits.Aggregate(10, (carry, digit) =>
        {
            var sum = (digit - '0' + carry) % 10;
            return (sum == 0 ? 10 : sum) * 2 % 11;
        });
        var check = 11 - product;
        var number = digits + (check == 10 ? 0 : check);
        return $"{number[..2]} {number[2..5]} {number[5..8]} {number[8..]}";
    }

    // EAN-13.
    private static string Swiss(Random random)
    {
        var digits = "756" + Digits(random, 9);
        var sum = digits.Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 1 : 3)).Sum();
        var number = digits + (10 - sum % 10) % 10;
        return $"{number[..3]}.{number[3..7]}.{number[7..11]}.{number[11..]}";
    }

    private static string Austrian(Random random)
    {
        while (true)
        {
            var (serial, born) = (random.Next(100, 999).ToString(CultureInfo.InvariantCulture), Day(random).ToString("ddMMyy", CultureInfo.InvariantCulture));
            var check = (Sum(serial, 3, 7, 9) + Sum(born, 5, 8, 4, 2, 1, 6)) % 11;
            if (check != 10)
                return $"{serial}{check} {born}";
        }
    }

    private static string French(Random random)
    {
        var number = $"{random.Next(1, 3)}{random.Next(30, 99)}{random.Next(1, 13):00}{random.Next(1, 95):00}{random.Next(1, 999):000}{random.Next(1, 999):000}";
        var key = 97 - long.Parse(number, CultureInfo.InvariantCulture) % 97;
        return $"{number[..1]} {number[1..3]} {number[3..5]} {number[5..7]} {number[7..10]} {number[10..]} {key:00}";
    }

    private static string Spanish(Random random)
    {
        var number = random.Next(10000000, 99999999);
        return $"{number}{(random.Next(2) == 0 ? "-" : "")}{"TRWAGMYFPDXBNJZSQVHLCKE"[number % 23]}";
    }

    private static string Italian(Random random)
    {
        const string letters = "BCDFGLMNPRSTVZ";
        int[] odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
        string Letters(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => letters[random.Next(letters.Length)]));
        var code = $"{Letters(6)}{random.Next(30, 99)}{"ABCDEHLMPRST"[random.Next(12)]}{random.Next(1, 28):00}{Letters(1)}{random.Next(100, 999)}";
        var sum = code.Select((character, i) => char.IsAsciiDigit(character) ? (i % 2 == 0 ? odd[character - '0'] : character - '0')
            : i % 2 == 0 ? odd[character - 'A'] : character - 'A').Sum();
        return code + (char)('A' + sum % 26);
    }

    private static string Korean(Random random)
    {
        var digits = Day(random).ToString("yyMMdd", CultureInfo.InvariantCulture) + random.Next(1, 3) + Digits(random, 5);
        var check = (11 - Sum(digits, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5) % 11) % 10;
        return $"{digits[..6]}-{digits[6..]}{check}";
    }

    private static string Japanese(Random random)
    {
        var digits = Digits(random, 11);
        var rest = Sum(digits, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        var number = digits + (rest <= 1 ? 0 : 11 - rest);
        return random.Next(2) == 0 ? number : $"{number[..4]}-{number[4..8]}-{number[8..]}";
    }

    private static string Chinese(Random random)
    {
        var digits = $"{random.Next(110000, 650000)}{Day(random):yyyyMMdd}{random.Next(100, 999)}";
        var sum = Sum(digits, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
        return digits + "10X98765432"[sum % 11];
    }

    private static DateTime Day(Random random) => new DateTime(1935, 1, 1).AddDays(random.Next(25000));
}
