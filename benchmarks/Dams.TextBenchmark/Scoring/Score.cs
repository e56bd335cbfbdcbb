using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Dams.Benchmarks.Text.Texts;

namespace Dams.Benchmarks.Text.Scoring;

/// <summary>Counts what is left and what is lost in the texts of a language.</summary>
internal sealed class Score(string language, TextWriter list)
{
    private int _header, _headerLeft, _others, _othersLeft, _words, _wordsLost, _dates, _datesMoved, _missing;

    /// <summary>Compares what came out with what went in, word by word in their order.</summary>
    public void Add(TextFile file, (string? Text, int Days) cleaned)
    {
        if (cleaned.Text is null)
        {
            _missing++;
            return;
        }
        var (words, owners) = WordsOf(file.Report);
        var stays = Alignment.Matched(words, Scoring.Words.Of(cleaned.Text));
        for (var piece = 0; piece < file.Report.Pieces.Count; piece++)
        {
            var mine = Enumerable.Range(0, words.Count).Where(i => owners[i] == piece).ToArray();
            Judge(file, piece, [.. mine.Select(i => words[i])], [.. mine.Select(i => stays[i])], cleaned);
        }
    }

    public static IEnumerable<string> Table(IReadOnlyList<Score> scores)
    {
        yield return "| language | of the header left | of others left | all left | clinical words destroyed | dates moved in their form | texts missing |";
        yield return "| --- | --- | --- | --- | --- | --- | --- |";
        foreach (var score in scores)
            yield return score.Row();
        yield return Sum(scores).Row();
    }

    private static Score Sum(IReadOnlyList<Score> scores) => new("all", TextWriter.Null)
    {
        _header = scores.Sum(score => score._header),
        _headerLeft = scores.Sum(score => score._headerLeft),
        _others = scores.Sum(score => score._others),
        _othersLeft = scores.Sum(score => score._othersLeft),
        _words = scores.Sum(score => score._words),
        _wordsLost = scores.Sum(score => score._wordsLost),
        _dates = scores.Sum(score => score._dates),
        _datesMoved = scores.Sum(score => score._datesMoved),
        _missing = scores.Sum(score => score._missing),
    };

    private void Judge(TextFile file, int index, string[] words, bool[] stays, (string? Text, int Days) cleaned)
    {
        var piece = file.Report.Pieces[index];
        if (piece.Kind == PieceKind.Clinical)
        {
            _words += words.Length;
            var lost = words.Where((_, i) => !stays[i]).ToArray();
            _wordsLost += lost.Length;
            if (lost.Length > 0)
                Note(file, index, "lost", string.Join(" ", lost));
        }
        if (piece.Kind != PieceKind.Planted)
            return;
        var isLeft = piece.Moved is null ? IsTelling(words, stays) : IsLeft(piece, cleaned, stays);
        (_header, _headerLeft) = piece.IsOfHeader ? (_header + 1, _headerLeft + (isLeft ? 1 : 0)) : (_header, _headerLeft);
        (_others, _othersLeft) = piece.IsOfHeader ? (_others, _othersLeft) : (_others + 1, _othersLeft + (isLeft ? 1 : 0));
        if (piece.Moved is not null)
        {
            var keepsForm = cleaned.Text!.Contains(piece.Moved(cleaned.Days), StringComparison.Ordinal);
            _dates++;
            _datesMoved += keepsForm ? 1 : 0;
            if (!keepsForm)
                Note(file, index, "form", $"{piece.Text} => {piece.Moved(cleaned.Days)}");
        }
        if (isLeft)
            Note(file, index, piece.IsOfHeader ? "header" : "other", piece.Text);
    }

    // Whoever reads half of a name or number can find the rest. A letter or a house number alone tells nothing.
    private static bool IsTelling(string[] words, bool[] stays)
    {
        var left = words.Where((_, i) => stays[i]).ToArray();
        var isAsian = words.Any(word => word.Length == 1 && word[0] > '\u3000');
        return isAsian ? left.Length * 2 >= words.Length && left.Length > 0
            : left.Any(word => char.IsDigit(word[0]) ? word.Length > 3 || words.Length == 1 : word.Length > 2 || words.Length == 1) || left.Length == words.Length;
    }

    private static bool IsLeft(Piece piece, (string? Text, int Days) cleaned, bool[] stays) =>
        stays.All(stay => stay) && piece.Moved!(cleaned.Days) != piece.Text;

    private void Note(TextFile file, int index, string kind, string text)
    {
        var piece = file.Report.Pieces[index];
        var line = string.Concat(file.Report.Pieces.Take(index).Reverse().TakeWhile(other => other.Text != "\n").Reverse().Select(other => other.Text))
            + "«" + piece.Text + "»" + string.Concat(file.Report.Pieces.Skip(index + 1).TakeWhile(other => other.Text != "\n").Select(other => other.Text));
        list.WriteLine(string.Join("\t", language, kind, piece.What, text, line.Replace("\n", " ", StringComparison.Ordinal), file.Name));
    }

    private string Row() => string.Join(" | ", "| " + language, Share(_headerLeft, _header), Share(_othersLeft, _others),
        Share(_headerLeft + _othersLeft, _header + _others), Share(_wordsLost, _words), Share(_datesMoved, _dates), _missing) + " |";

    private static string Share(int part, int whole) =>
        $"{part} of {whole} ({(whole == 0 ? 0 : 100.0 * part / whole).ToString("0.00", CultureInfo.InvariantCulture)} %)";

    private static (List<string> Words, List<int> Owners) WordsOf(Report report)
    {
        var (words, owners) = (new List<string>(), new List<int>());
        for (var i = 0; i < report.Pieces.Count; i++)
        {
            foreach (var word in Scoring.Words.Of(report.Pieces[i].Text))
            {
                words.Add(word);
                owners.Add(i);
            }
        }
        return (words, owners);
    }
}
