using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Benchmarks.Accuracy.Generation;
using Dams.Benchmarks.Accuracy.Plantings;

namespace Dams.Benchmarks.Accuracy.Scoring;

/// <summary>Whether all dates of a patient were moved by the same number of days, which is not zero.</summary>
internal sealed class DateWatch
{
    private readonly List<(TestFile File, Planting Planting, string Found, int? Days)> _seen = [];

    public void Add(TestFile file, Planting planting, string found) =>
        _seen.Add((file, planting, found, Days(planting.Value, found)));

    public IEnumerable<(TestFile File, Planting Planting, string Found, bool IsWrong)> Judge()
    {
        foreach (var patient in _seen.GroupBy(entry => entry.File.Person.Number))
        {
            var usual = patient.Where(entry => entry.Days is not null).GroupBy(entry => entry.Days).MaxBy(group => group.Count())?.Key;
            foreach (var (file, planting, found, days) in patient)
                yield return (file, planting, found, days is null or 0 || days != usual);
        }
    }

    private static int? Days(string before, string after) =>
        Read(before) is { } first && Read(after) is { } second ? (second - first).Days : null;

    private static DateTime? Read(string text) =>
        text.Length >= 8 && DateTime.TryParseExact(text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
