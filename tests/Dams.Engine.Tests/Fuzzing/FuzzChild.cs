using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Dams.Tests.Fuzzing.Judging;

namespace Dams.Tests.Fuzzing;

/// <summary>
/// The process that the cases run in: one that dies takes no test with it. It says before each batch which cases come,
/// so that whoever started it knows where it died.
/// </summary>
internal static class FuzzChild
{
    public const string Verb = "fuzz", BatchLine = "batch", FindingLine = "finding", EndLine = "end";

    // The tests' own reader calls itself for each level; the engine has threads of its own with stacks as they come.
    private const int JudgeStack = 512 * 1024 * 1024;

    /// <param name="arguments">The target, the seed, the first case, how many, and how many at once.</param>
    public static void Run(IReadOnlyList<string> arguments)
    {
        var thread = new Thread(() => RunBatches(arguments), JudgeStack);
        thread.Start();
        thread.Join();
    }

    private static void RunBatches(IReadOnlyList<string> arguments)
    {
        var target = FuzzTargets.Find(arguments[0]);
        var numbers = arguments.Skip(1).Take(4).Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        var (seed, first, count, batch) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        // What is compiled on first use is not the first case's time.
        _ = target.Try([Case(target, seed, -1)]).Count();
        for (var start = first; start < first + count; start += batch)
        {
            var size = Math.Min(batch, first + count - start);
            Say($"{BatchLine} {start} {size}");
            var cases = Enumerable.Range(start, size).Select(number => Case(target, seed, number)).ToArray();
            foreach (var finding in Limits.Watch(target, cases))
            {
                FindingStore.Save(finding);
                Say($"{FindingLine} {finding.Case.Number} {finding.Kind}");
            }
        }
        Say(EndLine);
    }

    public static FuzzCase Case(IFuzzTarget target, int seed, int number) =>
        new(target.Name, seed, number, target.Make(FuzzCase.RandomOf(seed, number), number));

    private static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
