using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Benchmarks.Performance.Running;

namespace Dams.Benchmarks.Performance;

/// <summary>Programs over one source, in turn, round after round, so that what slows the machine slows all.</summary>
/// <param name="Title">What the source is.</param>
/// <param name="Rows">The programs with the medians of their rounds, the copy first.</param>
internal sealed record Comparison(string Title, int Files, IReadOnlyList<(string Name, Measured Median)> Rows)
{
    /// <summary>The copy.</summary>
    public Measured Copy => Rows[0].Median;

    /// <summary>Runs all; each writes over what it wrote before, since fresh pages cost a copy more than anything else.</summary>
    public static Comparison Run(string title, int files, string source, string work, IReadOnlyList<Contestant> contestants, int rounds)
    {
        var runs = contestants.ToDictionary(contestant => contestant, _ => new List<Measured>());
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (contestant, index) in contestants.Select((contestant, index) => (contestant, index)).Where(pair => Fits(pair.contestant, files)))
            {
                var destination = Path.Combine(work, $"out{index}");
                Directory.CreateDirectory(destination);
                var measured = contestant.Run(source, destination);
                Console.Error.WriteLine($"{title}, round {round}: {contestant.Name} {measured.Seconds:F2} s");
                // The first is for the pages and the caches.
                if (round > 0)
                    runs[contestant].Add(measured);
            }
        }
        for (var index = 0; index < contestants.Count; index++)
        {
            if (Directory.Exists(Path.Combine(work, $"out{index}")))
                Directory.Delete(Path.Combine(work, $"out{index}"), recursive: true);
        }
        return new(title, files, [.. runs.Where(pair => pair.Value.Count > 0).Select(pair => (pair.Key.Name, Measured.Median(pair.Value)))]);
    }

    private static bool Fits(Contestant contestant, int files) => files <= 5000 || contestant.IsForManyFiles;
}
