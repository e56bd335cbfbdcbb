using System;
using System.Text.RegularExpressions;

namespace Dams.Cleaning.Places;

/// <summary>What follows a street as part of the same address: a postal code and a town.</summary>
internal static class AddressEnd
{
    private static readonly Regex Code = new(@"\G,? ?(?:- )?(?:\p{Lu}{1,2}-)?\d{4,5}(?![\d.,/]\d)(?= )", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    /// <summary>Where the address ends of which the street ends at a place in the text.</summary>
    public static int Of(TokenizedText text, int end)
    {
        var code = Code.Match(text.WithAsciiDigits, end);
        return TownDetector.EndOfTown(text, code.Success ? end + code.Length : end) is var town && town > end ? town : code.Success ? end + code.Length : end;
    }
}
