using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dams.Cleaning.Identifiers;

/// <summary>
/// Finds numbers and codes by the labels before them. A strong label announces nothing else; after a weak one, which
/// stands before counts too, only what has four digits or more is taken for a number of somebody.
/// </summary>
internal sealed class LabelledIdentifierDetector : IDetector
{
    private const int FewestDigits = 4;

    // Letters, digits, parts joined by separators, and groups of digits after spaces; units and words end it.
    private const string Value =
        @"(?<value>(?:\p{L}{1,5}[-/. ]?)?\d[\p{L}\d]*(?:[-./][\p{L}\d]+|[ ]\d{2,}(?![\p{L}\d.,%/]|\s?(?:mm|cm|ml|mg|ms|min|kg|Gy|HU|s|h|y|yo)\b)|[ ]?\(\w\))*)";

    private static readonly Lazy<(Regex Strong, Regex Weak)> Patterns = new(() => (Compile("strong"), Compile("weak")));

    private readonly bool _onlyStrong;

    /// <param name="onlyStrong">Whether to look for strong labels alone, before numbers that are no count: for terms, where the same letters may mean something else.</param>
    public LabelledIdentifierDetector(bool onlyStrong = false) => _onlyStrong = onlyStrong;

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        foreach (Match match in Patterns.Value.Strong.Matches(text.WithAsciiDigits))
        {
            if (!_onlyStrong || match.Groups["value"].Value.Count(char.IsDigit) >= FewestDigits)
                yield return ToFinding(match);
        }
        if (_onlyStrong)
            yield break;
        foreach (Match match in Patterns.Value.Weak.Matches(text.WithAsciiDigits))
        {
            if (match.Groups["value"].Value.Count(char.IsDigit) >= FewestDigits)
                yield return ToFinding(match);
        }
    }

    private static Finding ToFinding(Match match) =>
        new(match.Groups["value"].Index, match.Groups["value"].Length, FindingKind.Identifier);

    private static Regex Compile(string kind)
    {
        var number = @"(?:[ ]?(?:no|nr|num|number|nummer|id|n[°º]|#)s?\b)?";
        // A weak label wants a sign that a number follows; a strong one is one.
        var sign = kind == "strong" ? @"\.?[ ]?(?:is[ ])?[:：#=]{0,2}[ ]?" : @"\.?(?:[ ]?[:：#=]{1,2}[ ]?|[ ])";
        return new Regex(
            $@"(?<![\p{{L}}\p{{N}}])(?:{IdentifierLabels.PatternOf(kind)})(?![\p{{IsBasicLatin}}-[^A-Za-z]]){number}{sign}#?{Value}",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(5));
    }
}
