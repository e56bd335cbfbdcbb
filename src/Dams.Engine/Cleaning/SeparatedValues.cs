using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Dams.Cleaning;

/// <summary>
/// Takes out of several values what goes on over the backslashes between them: a name of which each value has a part, the host
/// of \\host\share. The number of values stays, and a value of which nothing is taken stays as it is.
/// </summary>
internal static class SeparatedValues
{
    private const char Separator = '\\';

    /// <summary>The values without what is found across them, and whether one of them is shortened, since there is no room for all of it.</summary>
    /// <param name="findings">What is found in the values, read as one text.</param>
    /// <param name="maximum">The most characters of a value.</param>
    /// <param name="stays">Whether a value stays although it is a part of something: a term of the standard.</param>
    public static (string Values, bool IsShortened) Clean(
        string values, IEnumerable<Finding> findings, int maximum, string marker, string shortMarker, Predicate<string> stays)
    {
        var places = PlacesOf(values);
        var parts = findings.Where(finding => GoesOn(values, finding))
            .Select(finding => places.Where(place => place.Start < finding.End && place.End > finding.Start).ToList()
                is var touched && touched.All(place => stays(values.Substring(place.Start, place.End - place.Start)))
                    ? [] : touched.Select(place => (Start: Math.Max(place.Start, finding.Start), End: Math.Min(place.End, finding.End))))
            .SelectMany(touched => touched).Where(part => part.End > part.Start).ToList();
        if (parts.Count == 0)
            return (values, false);
        var cleaned = places.ConvertAll(place => Clean(values, place, parts, maximum, marker, shortMarker));
        return (string.Join("\\", cleaned.Select(value => value.Text)), cleaned.Exists(value => value.IsShortened));
    }

    /// <summary>Whether something has parts in several values, or is the host of an address or the user in a path that a backslash announces.</summary>
    private static bool GoesOn(string values, Finding finding) => values.IndexOf(Separator, finding.Start, finding.Length) >= 0
        || (finding.Kind == FindingKind.ElectronicAddress && finding.Start > 0 && values[finding.Start - 1] == Separator);

    private static List<(int Start, int End)> PlacesOf(string values)
    {
        var places = new List<(int Start, int End)>();
        for (var start = 0; start <= values.Length;)
        {
            var end = values.IndexOf(Separator, start);
            places.Add((start, end < 0 ? values.Length : end));
            start = (end < 0 ? values.Length : end) + 1;
        }
        return places;
    }

    private static (string Text, bool IsShortened) Clean(string values, (int Start, int End) place, List<(int Start, int End)> parts, int maximum, string marker, string shortMarker)
    {
        var inside = parts.Where(part => part.Start >= place.Start && part.End <= place.End).OrderBy(part => part.Start).ToList();
        if (inside.Count == 0)
            return (values.Substring(place.Start, place.End - place.Start), false);
        var cleaned = Replace(values, place, inside, marker);
        if (cleaned.Length > maximum)
            cleaned = Replace(values, place, inside, shortMarker);
        return cleaned.Length > maximum ? (ShortenedText.Of(cleaned, maximum), true) : (cleaned, false);
    }

    private static string Replace(string values, (int Start, int End) place, List<(int Start, int End)> parts, string marker)
    {
        var result = new StringBuilder();
        var position = place.Start;
        foreach (var (start, end) in parts)
        {
            if (start >= position)
                result.Append(values, position, start - position).Append(marker);
            position = Math.Max(position, end);
        }
        return result.Append(values, position, place.End - position).ToString();
    }
}
