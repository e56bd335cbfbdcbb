using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Dates;

/// <summary>
/// Finds birth dates that are known and written in words, the day, the year or both: the seventeenth of August 1952, 17 August
/// nineteen fifty-two. Only beside the name of the month anything is looked at.
/// </summary>
internal sealed class WordedDates : IDetector
{
    private const int MostWordsOfDay = 3, MostWordsOfYear = 6, MostBetween = 2, LongestSeparator = 3, LengthOfCentury = 2;

    private static readonly HashSet<string> Between = new(["OF", "THE", "DE", "DEL", "DI", "DELL", "DEN", "ANNO", "AÑO", "ANO", "ST", "ND", "RD", "TH", "ER"], StringComparer.Ordinal);

    // Of each language the numbers from one on, and what a year of a century starts with.
    private static readonly Lazy<Dictionary<string, string[]>> Numbers = new(() => LanguageData.Lines("dates", "number").ToDictionary(line => line.Language, NumbersOf));
    private static readonly Lazy<string[][]> Ordinals = new(() => [.. LanguageData.Lines("dates", "ordinal").Select(NumbersOf)]);
    private static readonly Lazy<ILookup<string, (string Language, string Start)>> Centuries = new(() => LanguageData.Lines("dates", "century")
        .ToLookup(line => line.Words.Substring(0, LengthOfCentury), line => (line.Language, Joined(line.Words.Substring(LengthOfCentury))), StringComparer.Ordinal));

    // By the folded names of their months.
    private readonly Dictionary<string, List<Day>> _days = new(StringComparer.Ordinal);

    private sealed record Day(HashSet<string> Days, HashSet<string> Years);

    /// <param name="birthDates">As DA writes them.</param>
    public WordedDates(IEnumerable<string> birthDates)
    {
        foreach (var text in birthDates)
        {
            if (!DicomDate.TryParse(text, out var date))
                continue;
            var day = new Day(WordsOfDay(date.Day), WordsOfYear(date.Year));
            foreach (var month in MonthNames.NamesOf(date.Month))
            {
                if (!_days.TryGetValue(month, out var days))
                    _days.Add(month, days = []);
                days.Add(day);
            }
        }
    }

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        for (var i = 0; _days.Count > 0 && i < text.Tokens.Count; i++)
        {
            foreach (var day in _days.TryGetValue(text.Tokens[i].Folded, out var days) ? days : [])
            {
                var first = FirstOf(text, i, day.Days);
                var last = first < i ? i : LastOf(text, i, day.Days, MostWordsOfDay);
                var end = last < 0 ? -1 : LastOf(text, last, day.Years, MostWordsOfYear);
                if (end > 0)
                    yield return new Finding(text.Tokens[first].Start, text.Tokens[end].End - text.Tokens[first].Start, FindingKind.Date);
            }
        }
    }

    /// <summary>The first token of the words of a number that stand before a token; the token itself where there are none.</summary>
    private static int FirstOf(TokenizedText text, int token, HashSet<string> numbers)
    {
        var last = token - 1;
        for (var skipped = 0; skipped < MostBetween && last >= 0 && AreBeside(text, last) && Between.Contains(text.Tokens[last].Folded); skipped++)
            last--;
        var words = "";
        for (var first = last; first >= 0 && last - first < MostWordsOfDay && AreBeside(text, first); first--)
        {
            words = text.Tokens[first].Folded + words;
            if (numbers.Contains(words) && !IsGoneOn(text, first))
                return first;
        }
        return token;
    }

    /// <summary>The last token of the words of a number that stand behind a token; negative where there are none.</summary>
    private static int LastOf(TokenizedText text, int token, HashSet<string> numbers, int most)
    {
        var first = token + 1;
        for (var skipped = 0; skipped < MostBetween && first < text.Tokens.Count && AreBeside(text, first - 1) && Between.Contains(text.Tokens[first].Folded); skipped++)
            first++;
        var (words, found) = ("", -1);
        for (var last = first; last < text.Tokens.Count && last - first < most && AreBeside(text, last - 1); last++)
        {
            words += text.Tokens[last].Folded;
            if (numbers.Contains(words))
                found = last;
        }
        return found;
    }

    // "Twenty-seventeen" is no seventeen.
    private static bool IsGoneOn(TokenizedText text, int first) => first > 0 && text.Between(first - 1) == "-";

    private static bool AreBeside(TokenizedText text, int index)
    {
        var (start, end) = (text.Tokens[index].End, text.Tokens[index + 1].Start);
        for (var i = start; i < end; i++)
        {
            if (text.Text[i] is not (' ' or '-' or ',' or '.' or '\'' or '’' or '\u00A0' or '\r' or '\n'))
                return false;
        }
        return end - start <= LongestSeparator;
    }

    private static HashSet<string> WordsOfDay(int day) => new(
        Numbers.Value.Values.Concat(Ordinals.Value).Where(words => words.Length >= day).Select(words => words[day - 1])
            .Append(day.ToString(CultureInfo.InvariantCulture)).Append(day.ToString("00", CultureInfo.InvariantCulture)),
        StringComparer.Ordinal);

    private static HashSet<string> WordsOfYear(int year)
    {
        var years = new HashSet<string>([year.ToString(CultureInfo.InvariantCulture)], StringComparer.Ordinal);
        var century = (year / 100).ToString(CultureInfo.InvariantCulture);
        foreach (var (language, start) in Centuries.Value[century])
            years.Add(start + (year % 100 == 0 ? "" : Numbers.Value[language][(year % 100) - 1]));
        return years;
    }

    private static string[] NumbersOf(LanguageLine line) => Array.ConvertAll(line.Words.Split(','), Joined);

    // Whether words are joined, by a hyphen or not at all, is written in every way.
    private static string Joined(string words) => string.Concat(new TokenizedText(words).Tokens.Select(token => token.Folded));
}
