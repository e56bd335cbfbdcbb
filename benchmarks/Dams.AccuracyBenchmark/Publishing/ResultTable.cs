using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Benchmarks.Accuracy.Plantings;
using Dams.Benchmarks.Accuracy.Scoring;

namespace Dams.Benchmarks.Accuracy.Publishing;

/// <summary>The scores as tables of Markdown.</summary>
internal static class ResultTable
{
    private static readonly Dictionary<Kind, string> Names = new()
    {
        [Kind.OwnAttribute] = "in its own attribute",
        [Kind.HeaderValueInText] = "header value in another attribute",
        [Kind.AnnouncedInDescriptor] = "told by a label or its form, in a descriptor of table E.1-1",
        [Kind.AnnouncedInText] = "told by a label or its form, anywhere else",
        [Kind.Disguised] = "disguised",
        [Kind.InstanceUid] = "UID of an instance",
        [Kind.Private] = "private attribute",
        [Kind.BesidePixels] = "in bytes, beside pixels",
        [Kind.Date] = "date or time",
        [Kind.DefinedTerm] = "defined term",
        [Kind.Number] = "number",
        [Kind.ClinicalWords] = "clinical prose",
        [Kind.TechnicalText] = "clinical short text",
        [Kind.Code] = "code",
        [Kind.ClassUid] = "UID of a class",
        [Kind.SafePrivate] = "safe private attribute",
        [Kind.PixelData] = "pixel data",
    };

    public static IEnumerable<string> All(IReadOnlyList<Score> scores) =>
    [
        .. Whole(scores), "",
        .. ByKind("identifiers left", scores, score => score.Identifiers), "",
        .. ByKind("values lost", scores, score => score.Kept),
    ];

    private static IEnumerable<string> Whole(IReadOnlyList<Score> scores)
    {
        yield return "| tool, profile | identifiers left | left that reads as its attribute | values lost | clinical words destroyed | wrong dates | files refused | not readable "
            + "| new dciodvfy errors |";
        yield return "| --- | --- | --- | --- | --- | --- | --- | --- | --- |";
        foreach (var score in scores)
        {
            object[] cells =
            [
                NameOf(score), score.AllIdentifiers, score.Doubtful, score.AllKept, score.Words, score.Dates,
                $"{score.NotWritten} of {score.Files}", score.NotReadable, score.NewErrors is { } errors ? errors : "-",
            ];
            yield return $"| {string.Join(" | ", cells)} |";
        }
    }

    public static string NameOf(Score score) => $"{score.Tool}, {score.Profile}";

    public static string NameOf(Kind kind) => Names[kind];

    private static IEnumerable<string> ByKind(string title, IReadOnlyList<Score> scores, Func<Score, Dictionary<Kind, Tally>> tallies)
    {
        yield return $"| {title} | {string.Join(" | ", scores.Select(NameOf))} |";
        yield return $"| --- |{string.Concat(scores.Select(_ => " --- |"))}";
        foreach (var kind in Names.Keys.Where(kind => scores.Any(score => tallies(score).ContainsKey(kind))))
        {
            var cells = scores.Select(score => tallies(score).TryGetValue(kind, out var tally) ? tally.ToString() : "-");
            yield return $"| {Names[kind]} | {string.Join(" | ", cells)} |";
        }
    }
}
