using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Dams.Tests.Fuzzing;

/// <summary>Runs cases in a process of their own; where it dies or hangs, finds the case and goes on behind it.</summary>
internal sealed class FuzzRun(IFuzzTarget target, int seed)
{
    private const int BatchSize = 120;

    // What is flushed to a disk waits for it, and nobody pulls a plug here.
    private const string MemoryFolder = "/dev/shm";

    private const int MostFrames = 20;

    // Stacks as small as the main thread of Windows has.
    private const string StackSize = "100000";

    /// <summary>Seconds of processor time after which a batch is given up, for the whole and for each case.</summary>
    private const double BatchSeconds = 30, CaseSeconds = 1;

    /// <summary>Without progress and without work: nobody waits for a deadlock for ever.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(10);

    public List<(int Number, string Kind)> Findings { get; } = [];

    public void Run(int first, int count) => Run(first, count, BatchSize);

    private void Run(int first, int count, int batch)
    {
        var end = first + count;
        while (first < end && RunChild(first, end - first, batch) is var (start, size, trouble))
        {
            if (size == 1)
                Note(start, trouble);
            else
                Run(start, size, 1);
            first = start + size;
        }
    }

    /// <returns>The batch in which it ended before its time, and why; null where it did not.</returns>
    private (int Start, int Size, string Trouble)? RunChild(int first, int count, int batch)
    {
        using var process = Start(first, count, batch);
        var errors = process.StandardError.ReadToEndAsync();
        var (start, size, isComplete) = (first, 1, false);
        var (since, silence) = (TimeSpan.Zero, Stopwatch.StartNew());
        var line = process.StandardOutput.ReadLineAsync();
        while (true)
        {
            if (!line.Wait(TimeSpan.FromMilliseconds(200)))
            {
                if (!process.HasExited && (Spent(process) - since > TimeSpan.FromSeconds(BatchSeconds + (size * CaseSeconds)) || silence.Elapsed > LongestSilence))
                {
                    process.Kill();
                    process.WaitForExit();
                    return (start, size, "Hangs");
                }
                continue;
            }
            if (line.Result is not { } text)
                break;
            silence.Restart();
            var words = text.Split(' ', 3);
            if (words[0] == FuzzChild.BatchLine)
                (start, size, since) = (Parse(words[1]), Parse(words[2]), Spent(process));
            else if (words[0] == FuzzChild.FindingLine)
                Findings.Add((Parse(words[1]), words[2]));
            isComplete |= text == FuzzChild.EndLine;
            line = process.StandardOutput.ReadLineAsync();
        }
        process.WaitForExit();
        return isComplete ? null : (start, size, Death(errors));
    }

    private Process Start(int first, int count, int batch)
    {
        var numbers = new[] { seed, first, count, batch }.Select(number => number.ToString(CultureInfo.InvariantCulture));
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["exec", typeof(FuzzRun).Assembly.Location, FuzzChild.Verb, target.Name, .. numbers])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_DefaultStackSize"] = StackSize;
        if (Directory.Exists(MemoryFolder))
            start.Environment["TMPDIR"] = MemoryFolder;
        return Process.Start(start)!;
    }

    private void Note(int number, string trouble)
    {
        var kind = trouble.Split('\n')[0];
        Findings.Add((number, kind));
        FindingStore.Save(new FuzzFinding(FuzzChild.Case(target, seed, number), kind, trouble));
    }

    /// <summary>What a process said when it died, from the place in the engine on.</summary>
    private static string Death(Task<string> errors)
    {
        var lines = errors.Result.Split('\n');
        // Of a circle of calls any may be the last.
        var place = lines.Take(MostFrames).Where(line => line.Contains("at Dams.", StringComparison.Ordinal) && !line.Contains("at Dams.Tests.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).FirstOrDefault() ?? lines.FirstOrDefault(line => line.Contains("at ", StringComparison.Ordinal)) ?? "";
        return $"Dies: {lines[0].Trim()} {place.Trim()}\n{string.Join('\n', lines.Take(40))}";
    }

    private static TimeSpan Spent(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            // It ended meanwhile.
            return TimeSpan.Zero;
        }
    }

    private static int Parse(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
