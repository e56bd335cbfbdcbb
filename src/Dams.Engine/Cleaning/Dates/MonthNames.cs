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
    private static readonly List<NameLine> Months = Load("month", EmbeddedText.Lines("months.txt"));
    private static readonly List<NameLine> Weekdays = Load("weekday", []);
    private static readonly Dictionary<string, int> MonthNumbers = NumbersOf(Months);
    private static readonly Dictionary<string, int> WeekdayNumbers = NumbersOf(Weekdays);

    /// <summary>The number of a month, 1 to 12; 0 for a word that is none.</summary>
    public static int NumberOf(string name) => NumberOf(name, MonthNumbers);

    /// <summary>Whether a word is a day of the week.</summary>
    public static bool IsWeekday(string name) => NumberOf(name, WeekdayNumbers) > 0;

    /// <summary>Another month in the language, case and length of a name.</summary>
    /// <param name="language">The language of the text, where several have a month of that name.</param>
    /// <param name="isShort">Whether the month stands where short forms do: May, between hyphens, is one too.</param>
    public static string FormatLike(string name, int month, string language, bool isShort) => FormatLike(name, month, language, isShort, Months);

    /// <summary>Another day of the week in the language, case and length of a name.</summary>
    public static string FormatLike(string name, DayOfWeek day, string language) =>
        FormatLike(name, day == DayOfWeek.Sunday ? 7 : (int)day, language, isShort: false, Weekdays);

    private static int NumberOf(string name, Dictionary<string, int> numbers) =>
        numbers.TryGetValue(Folding.Fold(name.TrimEnd('.')), out var number) ? number : 0;

    // Of a word that means two the first line tells.
    private static Dictionary<string, int> NumbersOf(List<NameLine> lines)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (folded, i) in lines.SelectMany(line => line.Folded.Select((folded, i) => (folded, i))).Where(pair => !numbers.ContainsKey(pair.folded)))
            numbers.Add(folded, i + 1);
        return numbers;
    }

    private static string FormatLike(string name, int number, string language, bool isShort, List<NameLine> lines)
    {
        var bare = name.TrimEnd('.');
        var folded = Folding.Fold(bare);
        var line = lines.Where(names => Array.IndexOf(names.Folded, folded) >= 0)
            .OrderBy(names => language.Length > 0 && names.Language == language ? 0 : 1).ThenBy(names => Array.Exists(names.Names, other => string.Equals(other, bare, StringComparison.OrdinalIgnoreCase)) ? 0 : 1)
            .ThenBy(names => isShort || bare.Length < name.Length ? names.Names.Sum(other => other.Length) : 0).First();
        var other = line.Names[number - 1];
        var inCase = bare.Length > 1 && bare.Equals(bare.ToUpperInvariant(), StringComparison.Ordinal) ? other.ToUpperInvariant()
            : char.IsUpper(bare[0]) ? other.Substring(0, 1).ToUpperInvariant() + other.Substring(1).ToLowerInvariant()
            : other.ToLowerInvariant();
        return inCase + name.Substring(bare.Length);
    }

    private static List<NameLine> Load(string kind, IEnumerable<string> others) =>
    [
        .. LanguageData.Lines("dates").Where(line => line.Kind == kind).Select(line => new NameLine(line.Language, line.Words)),
        .. others.Select(line => new NameLine("", line)),
    ];

    private sealed class NameLine(string language, string line)
    {
        public string Language { get; } = language;

        public string[] Names { get; } = line.Split(' ');

        public string[] Folded { get; } = Array.ConvertAll(line.Split(' '), Folding.Fold);
    }
}
