using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Tests.Support.Reading;

namespace Dams.Tests.Benchmark;

/// <summary>An instance as it came out, read by the tests' own reader.</summary>
/// <param name="DaysMoved">By how many days the first date of the patient was moved.</param>
internal sealed record Output(FileReading File, Person Person, int DaysMoved, UidLedger Uids)
{
    private string? _everything;

    /// <summary>An element by the keywords that lead to it: <c>ContentSequence[1].TextValue</c>.</summary>
    public ElementReading? Find(string path)
    {
        var elements = File.Dataset;
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
        {
            var bracket = step.IndexOf('[');
            var (attribute, number) = (step[..bracket], int.Parse(step[(bracket + 1)..^1], CultureInfo.InvariantCulture));
            if (FileReading.Find(elements, attribute)?.Items is not { } items || items.Count <= number)
                return null;
            elements = items[number].Elements;
        }
        return FileReading.Find(elements, steps[^1]);
    }

    /// <summary>The text of an element; empty where it is not there.</summary>
    public string Text(string path) => Find(path) is { } element ? Person.Alphabet.Decode(element.Value).Trim(' ', '\0') : "";

    /// <summary>Whether a text is anywhere in the file: in any element, before or behind the dataset.</summary>
    public bool Holds(string text) => Everything.Contains(text, StringComparison.OrdinalIgnoreCase);

    private string Everything => _everything ??= string.Join('\n', Texts());

    private IEnumerable<string> Texts()
    {
        // Numbers and pixels read as characters would hold any short word by chance.
        var texts = File.All.Concat(File.Meta).Where(element => element.Items is null && element.Vr is not ("OW" or "OB" or "US" or "FD" or "FL"));
        return texts.Select(element => Person.Alphabet.Decode(element.Value))
            .Append(Person.Alphabet.Decode(File.Bytes[..128])).Append(Person.Alphabet.Decode(File.Bytes[File.DatasetEnd..]));
    }
}
