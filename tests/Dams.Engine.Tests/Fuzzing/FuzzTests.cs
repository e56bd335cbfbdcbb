using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Dams.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Dams.Tests.Fuzzing;

/// <summary>
/// Whatever a file holds, it is read, refused with a reason or left out. The normal run tries the same cases each time;
/// with DAMS_FUZZ_MINUTES new ones are tried for so long, from DAMS_FUZZ_SEED on where that is given. What is found lies
/// in artifacts/fuzz.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int UsualSeed = 20240311;

    // One round of a long run, in proportion.
    private static readonly (string Target, int Count)[] Rounds =
        [("dicom", 1800), ("commands", 600), ("xml", 240), ("list", 300), ("workbook", 180), ("recipe", 600), ("map", 300), ("key", 120)];

    [Theory]
    [InlineData("dicom", 480)]
    [InlineData("commands", 120)]
    [InlineData("xml", 120)]
    [InlineData("list", 240)]
    [InlineData("workbook", 120)]
    [InlineData("recipe", 240)]
    [InlineData("map", 180)]
    [InlineData("key", 60)]
    public void Nothing_that_a_file_may_hold_brings_Dams_down(string target, int count) => Run(target, UsualSeed, count);

    [LongFuzzFact]
    public void Nothing_brings_Dams_down_in_a_long_run()
    {
        var (time, seed) = (Stopwatch.StartNew(), LongFuzzFactAttribute.Seed);
        var problems = 0;
        for (; time.Elapsed < LongFuzzFactAttribute.Duration; seed++)
            problems += Rounds.Sum(round => Try(round.Target, seed, round.Count));
        Assert.Equal(0, problems);
    }

    private void Run(string target, int seed, int count) => Assert.Equal(0, Try(target, seed, count));

    private int Try(string target, int seed, int count)
    {
        var run = new FuzzRun(FuzzTargets.Find(target), seed);
        run.Run(0, count);
        Say($"{target}, seed {seed}: {count} cases, {run.Findings.Count} findings");
        foreach (var kind in run.Findings.GroupBy(finding => finding.Kind))
            Say($"  {kind.Count()} × {kind.Key}, first in case {kind.First().Number}");
        return run.Findings.Count;
    }

    // A long run is looked at while it goes.
    private void Say(string line)
    {
        output.WriteLine(line);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.Now:HH:mm:ss} {line}"));
    }
}
