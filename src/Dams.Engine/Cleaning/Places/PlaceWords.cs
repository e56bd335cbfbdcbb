using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;
using Dams.Cleaning.Names;
using Dams.Core;

namespace Dams.Cleaning.Places;

/// <summary>Everyday words that names of places and institutions are made with, and words that announce a place.</summary>
internal static class PlaceWords
{
    private const int LongestLead = 5;

    private static readonly Lazy<HashSet<string>> Behind = new(() => [.. Words("behind")]);
    private static readonly Lazy<HashSet<string>> Before = new(() => [.. Words("before")]);
    private static readonly Lazy<HashSet<string>> Institutional = new(() => [.. Words("institution")]);
    private static readonly Lazy<Phrases<bool>> Leads = new(() => new Phrases<bool>(Words("lead").Distinct().ToDictionary(lead => lead, _ => true)));

    /// <summary>Whether a folded word ends names of places: Hollow, Falls.</summary>
    public static bool EndsPlace(string folded) => Behind.Value.Contains(folded);

    /// <summary>Whether a folded word starts names of places: Port, Upper.</summary>
    public static bool StartsPlace(string folded) => Before.Value.Contains(folded);

    /// <summary>Whether a folded word stands in names of institutions: Community, Regional.</summary>
    public static bool IsInstitutional(string folded) => Institutional.Value.Contains(folded);

    /// <summary>Whether right before a token a preposition of places stands, and before that no word that makes it another: à Thornwick, but allergique à.</summary>
    public static bool IsBehindPreposition(TokenizedText text, int index) =>
        index > 0 && text.Between(index - 1) == " " && Prepositions.Value.TryGetValue(text.Language, out var words)
        && words.At.Contains(text.Text.Substring(text.Tokens[index - 1].Start, text.Tokens[index - 1].Length).ToLowerInvariant())
        && (index == 1 || !words.Nowhere.Contains(text.Tokens[index - 2].Folded));

    /// <summary>Whether words that announce a place end right before a token.</summary>
    public static bool IsBehindLead(TokenizedText text, int index)
    {
        for (var first = index - 1; first >= 0 && index - first <= LongestLead; first--)
        {
            if (first + LeadLengthAt(text, first) == index)
                return text.Between(index - 1) is " " or ": " or " : ";
        }
        return false;
    }

    // With their accents: à is a preposition and a is a verb.
    private static readonly Lazy<Dictionary<string, (HashSet<string> At, HashSet<string> Nowhere)>> Prepositions = new(() => LanguageData.Languages.ToDictionary(
        language => language,
        language => (Of(language, "at", word => word), Of(language, "nowhere", Folding.Fold))));

    private static IEnumerable<string> Words(string kind) =>
        EmbeddedText.Words("place-words.txt", kind).Concat(LanguageData.Words("places", kind)).Select(TokenizedText.Fold);

    private static HashSet<string> Of(string language, string kind, Func<string, string> form) =>
        [.. LanguageData.WordsIn(language, "places", kind).Select(form)];

    /// <summary>Number of tokens from a place in the text on that announce a place: lives in, near.</summary>
    public static int LeadLengthAt(TokenizedText text, int index)
    {
        foreach (var lead in Leads.Value.StartingWith(text.Tokens[index].Folded))
        {
            if (lead.Length <= LongestLead && lead.IsAt(text, index))
                return lead.Length;
        }
        return 0;
    }
}
