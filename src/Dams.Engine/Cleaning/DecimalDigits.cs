using System;
using System.Globalization;
using Dams.Cleaning.Names;

namespace Dams.Cleaning;

/// <summary>
/// Decimal digits of any script: full-width, Arabic, Indian. All are numbers of people as those from 0 to 9 are. So are dates whose
/// marks are of full width, １９５２／０８／１７, and what letters of full width announce: ＩＤ：４７１１, Ｓ２７年.
/// </summary>
internal static class DecimalDigits
{
    /// <summary>The text with each such digit as the one from 0 to 9 that it means, with the marks between such digits, and with Latin letters of full width as those of ASCII; it keeps its length.</summary>
    public static string ToAscii(string text)
    {
        if (Array.TrueForAll(text.ToCharArray(), character => character < 0x80))
            return text;
        var characters = text.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (characters[i] >= 0x80 && CharUnicodeInfo.GetDecimalDigitValue(characters[i]) is >= 0 and var digit)
                characters[i] = (char)('0' + digit);
            else if (i > 0 && characters[i - 1] is >= '0' and <= '9' && characters[i] is '\uFF0F' or '\uFF0D' or '\uFF0E')
                characters[i] = (char)(characters[i] - '\uFF0D' + '-');
            else
                characters[i] = Folding.Narrow(characters[i]);
        }
        return new string(characters);
    }
}
