using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Patterns;

namespace Dams.Cleaning.Identifiers;

/// <summary>Finds known numbers that are so short that they stand in many texts: behind a label that announces a patient's number, and those of four characters as a whole text too.</summary>
internal sealed class ShortIdentifierDetector : IDetector
{
    private const int Shortest = 2;

    // Three are the number of a series or a slice.
    private const int ShortestAlone = 4;

    private static readonly char[] Around = [' ', '\0', '#'];

    private static readonly Lazy<PatternSet> Label = new(() => new PatternSet(
        RegexOptions.IgnoreCase,
        [$@"(?<![\p{{L}}\p{{N}}])(?:{IdentifierLabels.PatternOf(isProse: true, "strong", "person")})\.?[ ]?[:：=#-]{{0,2}}[ ]?(?<value>[\p{{L}}\p{{N}}]+(?:[-/.][\p{{L}}\p{{N}}]+)*)"]));

    private readonly HashSet<string> _identifiers;

    /// <param name="identifiers">As they are written; the long ones are found without a label.</param>
    public ShortIdentifierDetector(IEnumerable<string> identifiers) => _identifiers = new HashSet<string>(
        identifiers.Where(identifier => identifier.Length is >= Shortest and <= IdentifierDetector.LongestIndistinct && identifier.Any(char.IsDigit)),
        StringComparer.OrdinalIgnoreCase);

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        if (_identifiers.Count == 0)
            yield break;
        if (text.Text.Trim(Around) is { Length: >= ShortestAlone } whole && _identifiers.Contains(whole))
            yield return new Finding(text.Text.IndexOf(whole, StringComparison.Ordinal), whole.Length, FindingKind.Identifier);
        foreach (var match in Label.Value.Find(text.WithAsciiDigits).Of(0))
        {
            var value = match.Groups["value"];
            if (_identifiers.Contains(value.Value))
                yield return new Finding(value.Index, value.Length, FindingKind.Identifier);
        }
    }
}
