using System.Linq;

namespace Dams.Network.Querying;

/// <summary>What is asked of studies; empty for what does not matter.</summary>
internal sealed record StudyQuery(string PatientID, string AccessionNumber, string StudyInstanceUID, string StudyDate, string Modality)
{
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
        var plain = System.Text.RegularExpressions.Regex.Replace(text, @"(\d{4})-(\d{2})-(\d{2})", "$1$2$3");
        var days = plain.Split('-');
        return days.Length <= 2 && days.Any(day => day.Length > 0) && days.All(day => day.Length == 0 || DicomDate.TryParse(day.Trim(), out _))
            ? string.Join('-', days.Select(day => day.Trim()))
            : throw NetworkErrors.UnusableDate();
    }

    private static bool IsOpen(string value) => value.Trim(' ', '*', '?').Length == 0;
}
