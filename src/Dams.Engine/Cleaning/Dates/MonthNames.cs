using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;
using Dams.Cleaning.Names;
using Dams.Core;

namespace Dams.Cleaning.Dates;

/// <summary>Names of months and weekdays: each line of the tables has those of a language, or its short forms, in their order.</summary>
internal static class MonthNames
{
    // The lines by the words in them.
    private static readonly ILookup<string, NameLine> Months = Load("month", EmbeddedText.Lines("months.txt"));
    private static readonly Lazy<ILookup<int, string>> Names = new(() => Months.ToLookup(names => NumberOf(names.Key), names => names.Key));
    private static readonly ILookup<string, NameLine> Weekdays = Load("weekday", []);

    /// <summary>The number of a month, 1 to 12; 0 for a word that is none.</summary>
    public static int NumberOf(string name) => NumberOf(name, Months);

    /// <summary>All names of a month, folded.</summary>
    public static IEnumerable<string> NamesOf(int month) => Names.Value[month];

    /// <summary>Whether a word is a day of the week.</summary>
    public static bool IsWeekday(string name) => NumberOf(name, Weekdays) > 0;

    /// <summary>Another month in the language, case and length of a name.</summary>
    /// <param name="language">The language of the text, where several have a month of that name.</param>
    /// <param name="isShort">Whether the month stands where short forms do: May, between hyphens, is one too.</param>
    public static string FormatLike(string name, int month, string language, bool isShort) => FormatLike(name, month, language, isShort, Months);

    /// <summary>Another day of the week in the language, case and length of a name.</summary>
    public static string FormatLike(string name, DayOfWeek day, string language) =>
        FormatLike(name, day == DayOfWeek.Sunday ? 7 : (int)day, language, isShort: false, Weekdays);

    // Of a word that means two the first line tells.
    private static int NumberOf(string name, ILookup<string, NameLine> lines)
    {
        var folded = Folding.Fold(name.TrimEnd('.'));
        foreach (var line in lines[folded])
            return Array.IndexOf(line.Folded, folded) + 1;
        return 0;
    }

    private static string FormatLike(string name, int number, string language, bool isShort, ILookup<string, NameLine> lines)
    {
        var bare = name.TrimEnd('.');
        var isAbbreviated = isShort || bare.Length < name.Length;
        NameLine? line = null;
        foreach (var names in lines[Folding.Fold(bare)])
            line = line is null || names.Fit(bare, language, isAbbreviated) > line.Fit(bare, language, isAbbreviated) ? names : line;
        var other = line!.Names[number - 1];
        var inCase = bare.Length > 1 && bare.Equals(bare.ToUpperInvariant(), StringComparison.Ordinal) ? other.ToUpperInvariant()
            : char.IsUpper(bare[0]) ? other.Substring(0, 1).ToUpperInvariant() + other.Substring(1).ToLowerInvariant()
            : other.ToLowerInvariant();
        return inCase + name.Substring(bare.Length);
    }

    private static ILookup<string, NameLine> Load(string kind, IEnumerable<string> others) => LanguageData.Lines("dates", kind)
        .Select(line => new NameLine(line.Language, line.Words)).Concat(others.Select(line => new NameLine("", line)))
        .SelectMany(line => line.Folded.Distinct().Select(folded => (folded, line))).ToLookup(pair => pair.folded, pair => pair.line, StringComparer.Ordinal);

    private sealed class NameLine(string language, string line)
    {
        public string Language { get; } = language;

        public string[] Names { get; } = line.Split(' ');

        public string[] Folded { get; } = Array.ConvertAll(line.Split(' '), Folding.Fold);

        /// <summary>How well a name that stands in several lines is one of this: by its language, then its accents, then its length.</summary>
        public int Fit(string name, string language, bool isShort) =>
            (language.Length > 0 && Language == language ? 4 * MostLetters : 0)
            + (Array.Exists(Names, other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase)) ? 2 * MostLetters : 0)
            + (isShort ? MostLetters - line.Length : 0);

        // Of a line.
        private const int MostLetters = 256;
    }
}
