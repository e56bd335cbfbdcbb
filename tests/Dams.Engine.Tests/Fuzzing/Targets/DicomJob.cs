using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Dicom.Reading;
using Dams.Tests.Fuzzing.Judging;
using Dams.Tests.Support;

namespace Dams.Tests.Fuzzing.Targets;

/// <summary>One run over some cases, each of them a file.</summary>
internal sealed class DicomJob : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Way _way;
    private readonly string _profile;
    private readonly Dictionary<string, FuzzCase> _cases;
    private readonly RecordingListener _listener = new();

    /// <summary>Where the output goes.</summary>
    public enum Way
    {
        InPlace,
        KeptNames,
        NewNames,
    }

    public DicomJob(string profile, Way way, IReadOnlyList<FuzzCase> cases)
    {
        (_profile, _way) = (profile, way);
        _cases = cases.ToDictionary(one => _folder.Write(Path.Combine("source", $"{one.Number}.dcm"), one.Bytes));
    }

    public IEnumerable<FuzzFinding> Run()
    {
        Outcome outcome;
        try
        {
            outcome = CostMeter.Count(Protect);
        }
        catch (Exception e)
        {
            return Ended(e);
        }
        return [.. Unforeseen(), .. Accounts(outcome), .. Outputs()];
    }

    public void Dispose() => _folder.Dispose();

    private sealed record Outcome(int Indexed, RunSummary Summary);

    private Outcome Protect()
    {
        var options = new ProtectionOptions(_folder["destination"], FuzzProfiles.Find(_profile), TestKey.Key)
        {
            InPlace = _way == Way.InPlace,
            KeepStructure = _way == Way.KeptNames,
        };
        var context = new RunContext(_listener) { Workers = 1 };
        var series = SeriesIndex.Read([_folder["source"]], context);
        using var run = new ProtectionRun(options, context);
        foreach (var one in series)
            run.Add(one, Batch.Nothing);
        _ = run.Complete().Count();
        return new Outcome(series.Sum(one => one.InstanceCount), run.Summary);
    }

    /// <summary>What ends a batch is found by trying the cases alone.</summary>
    private IEnumerable<FuzzFinding> Ended(Exception exception)
    {
        return _cases.Count == 1
            ? [new FuzzFinding(_cases.Values.Single(), $"Ends the run: {Words.Describe(exception)}", exception.ToString())]
            : Alone();
    }

    private FuzzFinding[] Alone() => [.. _cases.Values.SelectMany(one =>
    {
        using var job = new DicomJob(_profile, _way, [one]);
        return job.Run().ToArray();
    })];

    private IEnumerable<FuzzFinding> Unforeseen() => _listener.Failures
        .Where(failure => failure.Error.Id == nameof(CoreErrors.Unforeseen))
        .Select(failure => new FuzzFinding(CaseAt(failure.SourcePath), $"Unforeseen: {failure.Error.Cause}", failure.Message));

    /// <summary>Written, failed and left out make all.</summary>
    private IEnumerable<FuzzFinding> Accounts(Outcome outcome)
    {
        var leftOut = Told("NotDicom") + Told("DicomDirectory");
        var failedInIndex = _listener.Failures.Count - outcome.Summary.Failed;
        if (outcome.Indexed + leftOut + failedInIndex != _cases.Count && !IsSeriesRefused)
            yield return Unaccounted($"{outcome.Indexed} indexed, {leftOut} left out and {failedInIndex} failed of {_cases.Count}");
        var (summary, repeated) = (outcome.Summary, Told("SameBytes"));
        if (summary.Instances + summary.Failed + summary.Skipped + repeated != outcome.Indexed)
            yield return Unaccounted($"{summary.Instances} written, {summary.Failed} failed, {summary.Skipped} skipped and {repeated} repeated of {outcome.Indexed}");
        var files = _way == Way.InPlace ? [] : FilesIn("destination");
        if (_way != Way.InPlace && files.Length != summary.Instances)
            yield return Unaccounted($"{summary.Instances} written, and {files.Length} are there");
        if (FilesIn("destination").Concat(FilesIn("source")).Any(path => path.EndsWith(".dams-partial", StringComparison.Ordinal)))
            yield return Unaccounted("a partial file is left");
    }

    private bool IsSeriesRefused => _listener.Failures.Exists(failure => !_cases.ContainsKey(failure.SourcePath));

    private FuzzFinding Unaccounted(string detail) =>
        new(_cases.Values.First(), $"Not accounted for: {System.Text.RegularExpressions.Regex.Replace(detail, "[0-9]+", "n")}", $"{_profile}, {_way}: {detail}; {_cases.Count} cases in the batch");

    /// <summary>The number with which a warning starts; 0 where it was not given.</summary>
    private int Told(string warning) => _listener.Warnings.Where(known => known.Id == warning)
        .Sum(known => int.Parse(known.Message.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));

    private IEnumerable<FuzzFinding> Outputs()
    {
        if (_way == Way.NewNames && FilesIn("destination").All(CanOpen))
            return [];
        // The names do not say which is whose.
        if (_way == Way.NewNames)
            return _cases.Count > 1 ? Alone() : [new FuzzFinding(_cases.Values.Single(), "Output that Dams cannot read", $"{_profile}, with a new name")];
        var failed = _listener.Failures.Select(failure => failure.SourcePath).ToHashSet();
        var pairs = new List<OutputPair>();
        var findings = new List<FuzzFinding>();
        foreach (var (source, one) in _cases)
        {
            var path = _way == Way.InPlace ? source : Path.Combine(_folder["destination"], Path.GetFileName(source));
            var bytes = File.Exists(path) ? File.ReadAllBytes(path) : null;
            var isWritten = bytes is not null && (_way != Way.InPlace || !bytes.AsSpan().SequenceEqual(one.Bytes));
            if (isWritten && failed.Contains(source))
                findings.Add(new FuzzFinding(one, "A file that failed was written", $"{_profile}, {_way}"));
            else if (isWritten)
                pairs.Add(new OutputPair(one, _profile, path, bytes!));
        }
        findings.AddRange(pairs.SelectMany(OutputJudge.Judge));
        findings.AddRange(DcmdumpJudge.Judge(pairs));
        return findings;
    }

    private static bool CanOpen(string path)
    {
        try
        {
            DicomFile.Open(path).Dispose();
            return true;
        }
        catch (DamsException)
        {
            return false;
        }
    }

    private FuzzCase CaseAt(string path) => _cases.TryGetValue(path, out var one) ? one : _cases.Values.First();

    private string[] FilesIn(string folder) => Directory.Exists(_folder[folder])
        ? Directory.GetFiles(_folder[folder], "*", SearchOption.AllDirectories).Where(path => Path.GetFileName(path)[0] != '.').ToArray()
        : [];
}
