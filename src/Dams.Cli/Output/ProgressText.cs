using System;
using System.Globalization;

namespace Dams.Cli.Output;

/// <summary>Formats the progress and the summary of a run for people.</summary>
internal static class ProgressText
{
    private static readonly string[] Units = ["bytes", "kB", "MB", "GB", "TB"];

    /// <summary>One line.</summary>
    public static string Format(RunProgress progress)
    {
        if (progress.Phase != RunPhase.Protecting)
        {
            var patients = progress.PatientsKnown > 0 ? $"{progress.PatientsDone} of {progress.PatientsKnown} patients, " : "";
            return $"{patients}{progress.FilesDone} of {progress.FilesKnown} files {(progress.Phase == RunPhase.Auditing ? "searched" : "read")}";
        }
        var left = progress.TimeLeft is { } time ? $", {Time(time)} left" : "";
        return $"{progress.PatientsDone} of {progress.PatientsKnown} patients, {progress.FilesDone} of {progress.FilesKnown} files, "
            + $"{Bytes(progress.BytesDone)} of {Bytes(progress.BytesKnown)}, {Bytes(progress.BytesPerSecond)}/s{left}";
    }

    /// <summary>One sentence.</summary>
    public static string Format(RunSummary summary) =>
        $"{summary.Patients} patients, {summary.Series} series, {summary.Instances} instances, {Bytes(summary.Bytes)} in "
        + $"{Time(TimeSpan.FromSeconds(summary.Seconds))}; {summary.Skipped} skipped, {summary.Failed} failed.";

    private static string Time(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:D2}:{time.Seconds:D2}");

    private static string Bytes(double count)
    {
        var unit = 0;
        for (; count >= 1000 && unit < Units.Length - 1; unit++)
            count /= 1000;
        return string.Create(CultureInfo.InvariantCulture, $"{count:0.#} {Units[unit]}");
    }
}
