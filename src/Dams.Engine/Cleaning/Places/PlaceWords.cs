using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;
using Dams.Core;

namespace Dams.Cleaning.Places;

/// <summary>Everyday words that names of places and institutions are made with, and words that announce a place.</summary>
internal static class PlaceWords
{
    private const int LongestLead = 4;

    private static readonly Lazy<ILookup<string, string>> Words = new(() => EmbeddedText.Lines("place-words.txt")
        .Select(line => line.Split([' '], 2)).Select(parts => (Kind: parts[0], Words: parts[1]))
        .Concat(LanguageData.Lines("places").Select(line => (line.Kind, line.Words)))
        .ToLookup(line => line.Kind, line => string.Join(" ", new TokenizedText(line.Words).Tokens.Select(token => token.Folded))));

    private static readonly Lazy<HashSet<string>> Behind = new(() => [.. Words.Value["behind"]]);
    private static readonly Lazy<HashSet<string>> Before = new(() => [.. Words.Value["before"]]);
    private static readonly Lazy<HashSet<string>> Institutional = new(() => [.. Words.Value["institution"]]);
    private static readonly Lazy<HashSet<string>> Leads = new(() => [.. Words.Value["lead"]]);
    private static readonly Lazy<HashSet<string>> LeadStarts = new(() => [.. Leads.Value.Select(lead => lead.Split(' ')[0])]);

    /// <summary>Whether a folded word ends names of places: Hollow, Falls.</summary>
    public static bool EndsPlace(string folded) => Behind.Value.Contains(folded);

    /// <summary>Whether a folded word starts names of places: Port, Upper.</summary>
    public static bool StartsPlace(string folded) => Before.Value.Contains(folded);

    /// <summary>Whether a folded word stands in names of institutions: Community, Regional.</summary>
    public static bool IsInstitutional(string folded) => Institutional.Value.Contains(folded);

    /// <summary>Number of tokens from a place in the text on that announce a place: lives in, near.</summary>
    public static int LeadLengthAt(TokenizedText text, int index)
    {
        if (!LeadStarts.Value.Contains(text.Tokens[index].Folded))
            return 0;
        for (var length = Math.Min(LongestLead, text.Tokens.Count - index); length > 0; length--)
        {
            if (Leads.Value.Contains(string.Join(" ", text.Tokens.Skip(index).Take(length).Select(token => token.Folded))))
                return length;
        }
        return 0;
    }
}
