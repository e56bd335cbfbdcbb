using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Profiles.Recipes;

namespace Dams.Cleaning.Recognizers;

/// <summary>
/// What a recognizer says: {"spans": [{"start": 0, "length": 5, "kind": "Name"}]}. Start and length count characters of Unicode
/// (code points). A kind that Dams does not know is taken out like any other.
/// </summary>
internal static class RecognizerAnswer
{
    /// <summary>The parts that the answer names.</summary>
    /// <exception cref="DamsException">It is no such answer, or names what is not in the text.</exception>
    public static IReadOnlyList<Finding> Read(string answer, string text)
    {
        var places = Places(text);
        if (Parse(answer)["spans"] is not { Kind: JsonKind.Array } spans)
            throw RecognizerErrors.RecognizerAnswer();
        return [.. spans.Items.Select(span => ToFinding(span, places))];
    }

    private static JsonNode Parse(string answer)
    {
        try
        {
            return JsonReader.Read(answer);
        }
        catch (DamsException)
        {
            throw RecognizerErrors.RecognizerAnswer();
        }
    }

    private static Finding ToFinding(JsonNode span, List<int> places)
    {
        var (start, length) = (Number(span["start"]), Number(span["length"]));
        if (length == 0 || start > places.Count - 1 || length > places.Count - 1 - start)
            throw RecognizerErrors.RecognizerAnswer();
        return new Finding(places[start], places[start + length] - places[start], KindOf(span["kind"]));
    }

    private static int Number(JsonNode? node) => node is { Kind: JsonKind.Number } && int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw RecognizerErrors.RecognizerAnswer();

    private static FindingKind KindOf(JsonNode? node) => node is { Kind: JsonKind.String } && Enum.TryParse<FindingKind>(node.Text, out var kind) && Enum.IsDefined(typeof(FindingKind), kind)
        ? kind
        : FindingKind.Identifier;

    /// <summary>The index in the text of each code point, and the end.</summary>
    private static List<int> Places(string text)
    {
        var places = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            places.Add(i);
        places.Add(text.Length);
        return places;
    }
}
