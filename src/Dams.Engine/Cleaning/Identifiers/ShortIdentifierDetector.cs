using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Patterns;

namespace Dams.Cleaning.Identifiers;

/// <summary>
/// Finds known numbers that are so short that they stand in many texts: behind a label that announces a patient's number, and those
/// of four characters as a whole text too. Of a code of letters and a short number the label may stand in the place of the letters.
/// </summary>
internal sealed class ShortIdentifierDetector : IDetector
{
    private const int Shortest = 2, ShortestWithoutLetters = 3;

    // Three are the number of a series or a slice.
    private const int ShortestAlone = 4;

    private static readonly char[] Around = [' ', '\0', '#'];

    private static readonly Lazy<PatternSet> Label = new(() => new PatternSet(
        RegexOptions.IgnoreCase,
        [$@"(?<![\p{{L}}-[\u3040-\u9FFF\uAC00-\uD7AF]]|\p{{N}})(?:{IdentifierLabels.PatternOf(isProse: true, "strong", "person")})\.?[ ]?[:：=＝#-]{{0,2}}[ ]?(?<value>[\p{{L}}\p{{N}}]+(?:[-/.][\p{{L}}\p{{N}}]+)*)"]));

    private readonly HashSet<string> _identifiers;

    // Without the zeros in front of their parts.
    private readonly HashSet<string> _labelled;

    /// <param name="identifiers">As they are written; the long ones are found without a label.</param>
    public ShortIdentifierDetector(IEnumerable<string> identifiers)
    {
        var all = identifiers.Where(identifier => identifier.Any(char.IsDigit)).ToArray();
        _identifiers = new HashSet<string>(
            all.Where(identifier => identifier.Length is >= Shortest and <= IdentifierDetector.LongestIndistinct), StringComparer.OrdinalIgnoreCase);
        var bare = all.Select(IdentifierDetector.WithoutZeros).ToArray();
        _labelled = new HashSet<string>(
            bare.Where(identifier => identifier.Length is >= Shortest and <= IdentifierDetector.LongestIndistinct)
                .Concat(bare.Where(identifier => !char.IsDigit(identifier[0])).Select(WithoutLetters).Where(number => number.Length >= ShortestWithoutLetters && number.All(char.IsDigit))),
            StringComparer.Ordinal);
    }

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        if (_labelled.Count == 0)
            yield break;
        if (text.Text.Trim(Around) is { Length: >= ShortestAlone } whole && _identifiers.Contains(whole))
            yield return new Finding(text.Text.IndexOf(whole, StringComparison.Ordinal), whole.Length, FindingKind.Identifier);
        foreach (var match in Label.Value.Find(text.WithAsciiDigits).Of(0))
        {
            var value = match.Groups["value"];
            if (_labelled.Contains(IdentifierDetector.WithoutZeros(value.Value)))
                yield return new Finding(value.Index, value.Length, FindingKind.Identifier);
        }
    }

    private static string WithoutLetters(string identifier) => string.Concat(identifier.SkipWhile(char.IsLetter)).TrimStart('0');
}
