using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Dams.Cli.Output;

/// <summary>
/// Writes a plan: a table for people, a JSON line for each patient for programs. It names no patient of a
/// list, which has rows; a plan of paths says in which folder each patient is.
/// </summary>
internal static class PlanTable
{
    private const int Mebibyte = 1024 * 1024;

    private static readonly string[] Titles = ["Rows", "Subject", "Series", "Instances", "Unreadable", "MiB", "Problem"];

    public static void Write(IReadOnlyList<PlannedPatient> plan, ConsoleListener listener, JsonLines? lines)
    {
        if (lines is null)
            Write(plan);
        foreach (var patient in plan)
            lines?.Write("planned", EventObjects.Of(patient));
        var unreadable = plan.Sum(patient => patient.UnreadableCount);
        listener.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Count} patients, {plan.Sum(patient => patient.SeriesCount)} series, {plan.Sum(patient => patient.InstanceCount)} instances; "
            + $"{plan.Count(patient => patient.Error is not null)} with problems, {unreadable} files that cannot be read."));
    }

    /// <summary>Whether all of a plan can be done.</summary>
    public static bool IsFlawless(IReadOnlyList<PlannedPatient> plan, ConsoleListener listener) =>
        plan.All(patient => patient.Error is null && patient.UnreadableCount == 0) && listener.FailedCount == 0;

    private static void Write(IReadOnlyList<PlannedPatient> plan)
    {
        if (plan.Any(patient => patient.Rows.Count > 0))
            TextTable.Write(Titles, plan.Select(Cells));
        else
            TextTable.Write([.. Titles[1..], "Folder"], plan.Select(patient => (string[])[.. Cells(patient)[1..], string.Join(';', patient.Folders)]));
    }

    private static string[] Cells(PlannedPatient patient) =>
    [
        string.Join(',', patient.Rows),
        patient.Error is null && patient.Subject.Length == 0 ? "(derived)" : patient.Subject,
        Number(patient.SeriesCount),
        Number(patient.InstanceCount),
        Number(patient.UnreadableCount),
        Number(patient.Length / Mebibyte),
        patient.Error?.Id ?? "",
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
