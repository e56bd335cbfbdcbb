// dotnet publish src/Dams.Cli -r linux-x64 -o artifacts/native
// dotnet run -c Release --project benchmarks/Dams.PerformanceBenchmark -- --folder /dev/shm/dams --native artifacts/native/dams
// Makes series of somebody who does not exist, has a copy, Dams and its peers work on them in turn, round after round, and
// tells the medians. On Linux alone: it reads /proc. docs/performance.md says how to read them.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Benchmarks.Performance;
using Dams.Benchmarks.Performance.Data;
using Dams.Benchmarks.Performance.Publishing;
using Dams.Benchmarks.Performance.Running;

const int SliceSize = 512, SmallSize = 76;
string[] profiles = ["Basic", "Research", "Encode"];

if (!OperatingSystem.IsLinux() || Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}
var work = Path.Combine(options.Folder, $"dams-performance-{Environment.ProcessId}");
Directory.CreateDirectory(work);
try
{
    var contestants = new Contestants(options, work);
    var comparisons = new List<Comparison>
    {
        Compare("slices", $"{options.Slices} CT slices of 512 × 512", options.Slices, SliceSize, [.. contestants.All()]),
        Compare("small", $"{options.SmallFiles} files of 12 KiB", options.SmallFiles, SmallSize, [.. contestants.All()]),
    };
    if (options.Native is not null)
    {
        comparisons.Add(Compare(
            "profiles", $"Profiles over {options.Slices} CT slices", options.Slices, SliceSize,
            [Contestants.Copy, .. profiles.Select(profile => contestants.Native(profile, 2))]));
    }
    foreach (var line in comparisons.SelectMany(ResultTable.Of))
        Console.WriteLine(line);
    if (options.Publish is { } page)
        Page.Write(page, options, comparisons);
    return 0;
}
finally
{
    Directory.Delete(work, recursive: true);
}

Comparison Compare(string name, string title, int files, int size, IReadOnlyList<Contestant> contestants)
{
    var source = Path.Combine(work, name);
    new CTSeries(source, files, size).Write();
    try
    {
        return Comparison.Run(title, files, source, work, contestants, options.Rounds);
    }
    finally
    {
        Directory.Delete(source, recursive: true);
    }
}
