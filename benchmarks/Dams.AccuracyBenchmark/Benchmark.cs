using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Dams.Benchmarks.Accuracy.Generation;
using Dams.Benchmarks.Accuracy.Running;
using Dams.Benchmarks.Accuracy.Scoring;
using Dams.Benchmarks.Accuracy.Standard;

namespace Dams.Benchmarks.Accuracy;

/// <summary>Makes the files of each seed, has them de-identified and judges what comes out.</summary>
internal sealed class Benchmark(Options options, string programFolder, string work)
{
    private readonly StandardTables _tables = StandardTables.Read(Path.Combine(programFolder, "Tables"));
    private readonly string? _python = Python.Find();
    private readonly List<Score> _scores = [];
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Score> Scores => _scores;

    public IReadOnlyList<Finding> Findings => _findings;

    public void Run()
    {
        foreach (var seed in options.Seeds)
            RunSeed(seed);
    }

    private void RunSeed(int seed)
    {
        var folder = Path.Combine(work, seed.ToString(CultureInfo.InvariantCulture));
        var source = Path.Combine(folder, "source");
        var files = Corpus.Make(seed, _tables);
        Corpus.Write(files, source);
        var judges = new Judges(_python, Command.Find("dciodvfy"), programFolder);
        var unreadable = judges.Unreadable(source);
        (ITool Tool, ProfileKind Profile)[] runs =
            [.. Toolbox.Open(options, _tables, _python, work, programFolder).SelectMany(tool => tool.Profiles.Select(profile => (tool, profile)))];
        string FolderOf((ITool Tool, ProfileKind Profile) run) => Path.Combine(folder, $"{run.Tool.Name}-{run.Profile}");
        Parallel.ForEach(runs, run =>
        {
            Directory.CreateDirectory(FolderOf(run));
            var fault = run.Tool.Run(source, FolderOf(run), run.Profile);
            if (fault.Length > 0)
                Console.Error.WriteLine($"{run.Tool.Name}, {run.Profile}: {fault.Split('\n')[0]}");
        });
        foreach (var run in runs)
        {
            var destination = FolderOf(run);
            var score = ScoreOf(run.Tool.Name, run.Profile);
            var scorer = new Scorer(score, _tables, seed);
            foreach (var file in files)
                scorer.Add(file, Path.Combine(destination, file.Name));
            scorer.Finish();
            _findings.AddRange(scorer.Findings);
            score.NotReadable += judges.Unreadable(destination).Except(unreadable).Count();
            score.NewErrors = Sum(score.NewErrors, judges.NewErrors(files, source, destination));
        }
    }

    private Score ScoreOf(string tool, ProfileKind profile)
    {
        if (_scores.FirstOrDefault(score => score.Tool == tool && score.Profile == profile) is { } found)
            return found;
        var score = new Score(tool, profile);
        _scores.Add(score);
        return score;
    }

    private static int? Sum(int? first, int? second) => first is null ? second : first + second;
}
