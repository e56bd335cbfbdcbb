using System;
using System.Text.RegularExpressions;

namespace Dams.Cleaning.Places;

/// <summary>What follows a street as part of the same address: a flat, a postal code and a town.</summary>
internal static class AddressEnd
{
    private static readonly Regex Code = new(@"\G,? ?(?:- )?(?:\p{Lu}{1,2}-)?\d{4,5}(?![\d.,/]\d)(?= )", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    // The part of a house where somebody lives.
    private static readonly Regex Flat = new(
        @"\G,? (?:dpto|depto|dto|apto|apt|appt|app|piso|planta|esc|escalera|scala|int|interno|pta|puerta|porte|bât|bat|étage|Whg|Wohnung|Top|flat|unit|suite|ste)\.? ?[\dA-Z]{1,4}(?![\p{L}\d])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5));

    /// <summary>Where the address ends of which the street ends at a place in the text.</summary>
    public static int Of(TokenizedText text, int end)
    {
        var flat = Flat.Match(text.WithAsciiDigits, end);
        end += flat.Success ? flat.Length : 0;
        var code = Code.Match(text.WithAsciiDigits, end);
        return TownDetector.EndOfTown(text, code.Success ? end + code.Length : end) is var town && town > end ? town : code.Success ? end + code.Length : end;
    }
}
