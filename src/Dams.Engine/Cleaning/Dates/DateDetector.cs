using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Patterns;
using Dams.Core;
using Dams.Subjects;

namespace Dams.Cleaning.Dates;

/// <summary>Finds calendar dates in texts, and writes them moved where the profile moves dates.</summary>
internal sealed class DateDetector : IDetector
{
    private static readonly Lazy<DateForm[]> Forms = new(() => EmbeddedText.Lines("date-forms.txt").Select(DateForm.Parse).ToArray());

    private static readonly Lazy<PatternSet> Patterns = new(() => new PatternSet(RegexOptions.IgnoreCase, Forms.Value.Select(form => form.Pattern)));

    // Words before the day of an examination, in texts where other dates are those of versions.
    private const string Words =
        @"(?<!\p{L})(?:since|prior|previous|dated|compared|comparison|exam(?:ined)?|visit|seen|on|from|seit|vom|voruntersuchung|depuis|du|anterior|desde|precedente|dal|del)(?:\s(?:to|of|from|vom))?[\s:,(]{1,3}";

    private const int LongYear = 4, LongestDate = 24, DigitsOfDate = 8, LongestAnnouncement = 48;

    private static readonly Regex Announcement = new(
        Words + @"(?=\d|\p{L}{3,10}\.?\s?\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5));

    private static readonly Regex AnnouncementBefore = new(
        Words + "$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.RightToLeft, TimeSpan.FromSeconds(5));

    private readonly DateShift? _shift;
    private readonly bool _keeps;
    private readonly bool _onlyKnown;
    private readonly bool _isDateAlone;
    private readonly bool _sparesYears;
    private readonly HashSet<DateTime> _birthDates;
    private readonly HashSet<DateTime> _known;

    /// <param name="shift">How dates are moved; null where they are not.</param>
    /// <param name="keeps">Whether dates stay as they are. A birth date never does.</param>
    /// <param name="known">The values that the instance holds.</param>
    /// <param name="onlyKnown">Whether to find the dates that the instance holds, those that a label calls birth dates or a word days of an examination, and no other.</param>
    /// <param name="isDateAlone">Whether a text that is eight characters in the form of a date, and nothing else, is one; where products are named it is a version.</param>
    /// <param name="sparesYears">Whether a birth date that is the first of January is what de-identification made of it, so that it counts as a year.</param>
    public DateDetector(DateShift? shift, bool keeps, KnownValues known, bool onlyKnown = false, bool isDateAlone = false, bool sparesYears = false)
    {
        _isDateAlone = isDateAlone;
        _sparesYears = sparesYears;
        _onlyKnown = onlyKnown;
        _shift = shift;
        _keeps = keeps;
        _birthDates = Parse(known.BirthDates);
        _known = Parse(known.Dates);
    }

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        var isKnownPossible = !_onlyKnown
            || (text.HasUnspacedScript && text.Text.IndexOf('年') >= 0)
            || (text.WithAsciiDigits.Any(char.IsDigit) && (text.Text.Length <= LongestDate || MayHoldKnown(text) || Announcement.IsMatch(text.Text)));
        return WithoutPieces(Candidates(text, form => form.IsBirthDate || (isKnownPossible && (!_onlyKnown || !form.HasNoYear))));
    }

    /// <summary>Those that are no piece of a longer one: "January 2" is one of "January 2, 2024", which can be moved.</summary>
    private static IEnumerable<Finding> WithoutPieces(IEnumerable<Finding> found)
    {
        var longest = default(Finding);
        foreach (var finding in found.OrderBy(finding => finding.Start).ThenByDescending(finding => finding.Length))
        {
            if ((finding.Start, finding.Length) != (longest.Start, longest.Length) && finding.End <= longest.End)
                continue;
            longest = finding;
            yield return finding;
        }
    }

    private IEnumerable<Finding> Candidates(TokenizedText text, Func<DateForm, bool> isAsked)
    {
        var matches = Patterns.Value.Find(text.WithAsciiDigits);
        for (var i = 0; i < Forms.Value.Length; i++)
        {
            var form = Forms.Value[i];
            foreach (var match in isAsked(form) ? matches.Of(i) : [])
            {
                var readings = form.Read(match, text.Language, text.IsEastern).ToArray();
                var reading = readings.FirstOrDefault(candidate => form.NeedsBirthDate ? _birthDates.Contains(candidate.Date) : IsKnown(candidate.Date))
                    ?? readings.FirstOrDefault();
                if (reading is null || (form.NeedsBirthDate && !_birthDates.Contains(reading.Date)) || ((_onlyKnown || form.NeedsKnownDate) && !form.IsBirthDate && !IsKnown(reading.Date) && !IsTold(text.Text, match, form)))
                    continue;
                if (_sparesYears && form.IsBirthDate && reading.Date is { Month: 1, Day: 1 } && !IsKnown(reading.Date))
                    continue;
                if (form.IsBirthDate || _birthDates.Contains(reading.Date))
                    yield return Weekday.With(text, DateForm.DateOf(match), null);
                else if (_shift is not null && !form.HasNoYear && _shift.TryShift(reading.Date, out var shifted))
                    yield return Weekday.With(text, DateForm.DateOf(match), reading.Write(shifted), shifted);
                else if (!_keeps)
                    yield return Weekday.With(text, DateForm.DateOf(match), null);
            }
        }
    }

    /// <summary>Whether a word announces a date as the day of an examination, or it is the whole text; few digits alone may be a code.</summary>
    private bool IsTold(string text, Match match, DateForm form)
    {
        var isNumber = match.Value.All(char.IsDigit);
        // Digits are a date that begins with its year, or a number.
        if (form.HasNoYear || (isNumber && (match.Length != DigitsOfDate || match.Groups["y"].Index != match.Index)))
            return false;
        if (!IsWhole(text, match))
        {
            var start = Math.Max(0, match.Index - LongestAnnouncement);
            return MayBeAnnounced(text, match.Index) && AnnouncementBefore.IsMatch(text.Substring(start, match.Index - start));
        }
        return (!isNumber && match.Groups["y"].Length == LongYear) || (_isDateAlone && match.Length == DigitsOfDate);
    }

    /// <summary>Whether nothing but blanks stands beside a match.</summary>
    private static bool IsWhole(string text, Match match)
    {
        var (before, after) = (match.Index - 1, match.Index + match.Length);
        while (before >= 0 && char.IsWhiteSpace(text[before]))
            before--;
        while (after < text.Length && char.IsWhiteSpace(text[after]))
            after++;
        return before < 0 && after == text.Length;
    }

    // The pattern is slow, and what stands before most dates is none of its words.
    private static bool MayBeAnnounced(string text, int start)
    {
        while (start > 0 && (text[start - 1] is ':' or ',' or '(' || char.IsWhiteSpace(text[start - 1])))
            start--;
        return start > 0 && char.IsLetter(text[start - 1]);
    }

    private bool IsKnown(DateTime date) => _known.Contains(date) || _birthDates.Contains(date);

    /// <summary>Whether a text holds the digits of a known date at all: a fast check that most texts do not pass.</summary>
    private bool MayHoldKnown(TokenizedText text) => _known.Concat(_birthDates).Any(date =>
        Contains(text, (date.Year % 100).ToString("00", CultureInfo.InvariantCulture)) && Contains(text, date.Day.ToString(CultureInfo.InvariantCulture)));

    private static bool Contains(TokenizedText text, string digits) => text.WithAsciiDigits.IndexOf(digits, StringComparison.Ordinal) >= 0;

    private static HashSet<DateTime> Parse(IEnumerable<string> dates)
    {
        var days = new HashSet<DateTime>();
        foreach (var text in dates)
        {
            if (DicomDate.TryParse(text, out var day))
                days.Add(day);
        }
        return days;
    }
}
