using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Dams.Benchmarks.Accuracy.Generation;
using Dams.Benchmarks.Accuracy.Plantings;
using Dams.Benchmarks.Accuracy.Reading;
using Dams.Benchmarks.Accuracy.Standard;

namespace Dams.Benchmarks.Accuracy.Scoring;

/// <summary>Holds the output of one tool against what was planted.</summary>
internal sealed class Scorer(Score score, StandardTables tables, int seed)
{
    private const int LongestFound = 160;
    private readonly Fates _fates = new(tables, score.Profile);
    private readonly List<Finding> _findings = [];
    private readonly DateWatch _dates = new();

    public IReadOnlyList<Finding> Findings => _findings;

    public void Add(TestFile file, string path)
    {
        score.Files++;
        if (!File.Exists(path))
        {
            score.NotWritten++;
            return;
        }
        try
        {
            Judge(file, PlainFile.Read(path, tables));
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or OverflowException or InvalidOperationException)
        {
            score.NotReadable++;
        }
    }

    /// <summary>Dates are judged when all files of a patient were seen.</summary>
    public void Finish()
    {
        foreach (var (file, planting, found, isWrong) in _dates.Judge())
        {
            score.CountDate(isWrong);
            if (isWrong)
                Find("date", file, planting, found);
        }
    }

    private void Judge(TestFile file, PlainFile output)
    {
        var raw = new RawSearch(output.Bytes, file.Person.Characters);
        var gone = new List<Planting>();
        var leftTokens = new HashSet<string>();
        var openTokens = new HashSet<string>();
        foreach (var planting in file.Plantings)
        {
            var fate = _fates.Of(planting);
            var values = output.At(planting.Chain).Select(element => element.Value).ToArray();
            var readings = values.SelectMany(value => TextFold.Readings(value, file.Person.Characters)).ToArray();
            CountWords(file, planting, values, readings);
            if (fate == Fate.Stays)
                JudgeKept(file, planting, values, readings);
            if (fate == Fate.Moves)
                JudgeMoved(file, planting, values);
            if (fate == Fate.Doubtful)
                JudgeDoubtful(file, planting, values, readings);
            if (fate != Fate.Goes)
                openTokens.UnionWith(planting.Tokens.Select(TextFold.Fold));
            else if (planting.Tokens.Any(token => TextFold.Holds(readings, token)))
            {
                leftTokens.UnionWith(planting.Tokens.Select(TextFold.Fold));
                score.CountIdentifier(planting.Kind, isLeft: true);
                Find("left", file, planting, Shown(values, file));
            }
            else
                gone.Add(planting);
        }
        JudgeElsewhere(file, gone, [.. leftTokens, .. openTokens], raw);
    }

    private void JudgeElsewhere(TestFile file, List<Planting> gone, HashSet<string> known, RawSearch raw)
    {
        var isSearched = score.Profile != ProfileKind.Encode;
        foreach (var planting in gone)
        {
            var isLeft = isSearched && planting.IsUnique && planting.Tokens.Any(token => !known.Contains(TextFold.Fold(token)) && raw.Finds(token));
            score.CountIdentifier(planting.Kind, isLeft);
            if (!isLeft)
                continue;
            known.UnionWith(planting.Tokens.Select(TextFold.Fold));
            Find("elsewhere", file, planting, "");
        }
    }

    private void JudgeKept(TestFile file, Planting planting, byte[][] values, string[] readings)
    {
        var isThere = planting.Kind switch
        {
            Kind.PixelData => values.Any(value => value.AsSpan().IndexOf(planting.Bytes) >= 0),
            _ when planting.Bytes is not null => values.Any(value => value.AsSpan().SequenceEqual(planting.Bytes)),
            Kind.ClinicalWords or Kind.TechnicalText or Kind.OwnAttribute => planting.Tokens.All(token => TextFold.Holds(readings, token)),
            _ => values.Any(value => Encoding.Latin1.GetString(value).Trim(' ', '\0') == planting.Value),
        };
        score.CountKept(planting.Kind, !isThere);
        if (!isThere)
            Find("lost", file, planting, Shown(values, file));
    }

    private void JudgeDoubtful(TestFile file, Planting planting, byte[][] values, string[] readings)
    {
        var isLeft = planting.Tokens.Any(token => TextFold.Holds(readings, token));
        score.CountDoubtful(isLeft);
        if (isLeft)
            Find("doubtful", file, planting, Shown(values, file));
    }

    private void JudgeMoved(TestFile file, Planting planting, byte[][] values)
    {
        var text = values.Select(value => Encoding.Latin1.GetString(value).Trim(' ', '\0')).FirstOrDefault(value => value.Length >= 8);
        var isLost = text is null && !planting.IsForeignVr && _fates.HasToKeepDate(planting);
        if (text is not null || _fates.HasToKeepDate(planting))
            score.CountKept(planting.Kind, isLost);
        if (isLost)
            Find("lost", file, planting, Shown(values, file));
        if (text is not null && !(planting.IsForeignVr && text.StartsWith('[')))
            _dates.Add(file, planting, text);
    }

    private void CountWords(TestFile file, Planting planting, byte[][] values, string[] readings)
    {
        var words = planting.Kind is Kind.ClinicalWords or Kind.TechnicalText ? planting.Tokens : planting.Words;
        if (words.Count == 0 || planting.IsForeignVr || !_fates.Keeps(planting))
            return;
        // Beside a given name such a family name is the patient's.
        if (file.Person.FamilyIsWord)
            words = [.. words.Where(word => !word.Equals(file.Person.Family, StringComparison.OrdinalIgnoreCase))];
        var lost = words.Where(word => !TextFold.Holds(readings, word)).ToArray();
        foreach (var word in words)
            score.CountWord(lost.Contains(word));
        if (lost.Length > 0 && planting.Words.Count > 0)
            Find("words", file, planting, Shown(values, file));
    }

    private void Find(string verdict, TestFile file, Planting planting, string found) =>
        _findings.Add(new(seed, score.Tool, score.Profile, verdict, file, planting, found));

    private static string Shown(byte[][] values, TestFile file)
    {
        var text = string.Join(" | ", values.Select(value => file.Person.Characters.Decode(value.Length > LongestFound ? value[..LongestFound] : value)));
        var shown = new string([.. text.Select(c => char.IsControl(c) ? '·' : c)]);
        return values.Length == 0 ? "(gone)" : shown;
    }
}
