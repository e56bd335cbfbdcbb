using System;
using System.Linq;
using Dams.Cleaning;

namespace Dams.Tests.Cleaning;

/// <summary>A text as it comes out where the header holds some values.</summary>
internal static class KnownText
{
    /// <summary>The text where dates may stay and the text is a term, so that nothing goes but what is known or has a label.</summary>
    /// <param name="values">Kinds and values: "BirthDate=19520817"; bars separate several.</param>
    public static string Cleaned(string values, string text) => CleanerOf(values).CleanLabelled(text, TextKind.Technical, int.MaxValue);

    /// <summary>The same as prose.</summary>
    public static string CleanedProse(string values, string text) => CleanerOf(values).Clean(text, int.MaxValue);

    private static TextCleaner CleanerOf(string values)
    {
        var known = new KnownValues();
        known.Add(values.Split('|').Select(value => value.Split('=', 2)).Select(parts => new KnownValue(Enum.Parse<KnownValueKind>(parts[0]), parts[1])));
        return new TextCleaner(known, shift: null, keepsDates: true);
    }
}
