using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dams.Network.Querying;

/// <summary>What is asked of studies; empty for what does not matter.</summary>
internal sealed record StudyQuery(string PatientID, string AccessionNumber, string StudyInstanceUID, string StudyDate, string Modality)
{
    private static readonly Regex WithHyphens = new(@"([0-9]{4})-([0-9]{2})-([0-9]{2})", RegexOptions.CultureInvariant);

    private static readonly Regex MoreThanADay = new(@"^[0-9]{8}\S", RegexOptions.CultureInvariant);

    /// <summary>Whether it would list all that there is.</summary>
    public bool AsksForAll => new[] { PatientID, AccessionNumber, StudyInstanceUID, StudyDate }.All(IsOpen);

    /// <summary>A day or a range of days as a query has it (PS3.4 section C.2.2.2.5).</summary>
    /// <exception cref="DamsException">It is neither.</exception>
    public static string DateRange(string text)
    {
        text = text.Trim();
        if (text.Length == 0)
            return "";
        // YYYY-MM-DD holds hyphens of its own.
        var days = WithHyphens.Replace(text, "$1$2$3").Split('-', StringSplitOptions.TrimEntries);
        return days.Length <= 2 && days.Any(day => day.Length > 0)
            ? string.Join('-', days.Select(day => day.Length == 0 ? "" : Day(day)))
            : throw NetworkErrors.UnusableDate();
    }

    // As lists have days: 11.03.2024 too, and nothing that may be one of two.
    private static string Day(string text) => !MoreThanADay.IsMatch(text) && BirthDate.DaysOf(text) is [var day]
        ? DicomDate.Format(day)
        : throw NetworkErrors.UnusableDate();

    private static bool IsOpen(string value) => value.Trim(' ', '*', '?').Length == 0;
}
