using System;
using System.Collections.Generic;
using System.Globalization;

namespace Dams.Benchmarks.Accuracy.Plantings;

/// <summary>How people write a date.</summary>
internal static class DateForms
{
    private static readonly CultureInfo German = Months("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember");

    public static IReadOnlyList<string> All { get; } =
    [
        "yyyyMMdd", "yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy", "MM/dd/yyyy", "dd/MM/yyyy", "dd-MMM-yyyy", "d MMMM yyyy",
        "MMMM d, yyyy", "dd.MM.yy", "yyyy/MM/dd", "d. MMMM yyyy", "ddMMMyyyy", "dd MM yyyy",
    ];

    public static string Write(DateTime date, string form) =>
        date.ToString(form.Replace("/", "'/'", StringComparison.Ordinal), form.StartsWith("d. ", StringComparison.Ordinal) ? German : CultureInfo.InvariantCulture);

    private static CultureInfo Months(params string[] names)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.MonthNames = [.. names, ""];
        culture.DateTimeFormat.MonthGenitiveNames = [.. names, ""];
        return culture;
    }
}
