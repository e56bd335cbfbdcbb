using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Patterns;

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
        @"(?<value>(?:(?-i:\p{Lu}{1,5})[-/. ]?|[\p{L}-[\u3040-\u9FFF\uAC00-\uD7AF]]{1,5}[-/.]?)?\d[\p{L}\d-[\u3040-\u9FFF\uAC00-\uD7AF]]*(?:[-./][\p{L}\d-[\u3040-\u9FFF\uAC00-\uD7AF]]+|[ ]\d{2,}(?![\p{L}\d.,%/]|\s?(?:mm|cm|ml|mg|ms|min|kg|Gy|HU|s|h|y|yo)\b)|[ ]?\(\w\))*)";

    private const string Number = @"(?:no|nr|num|number|nummer|id|n[°º]|#)s?\b";

    private const string Sign = $@"(?:\.?[ ]?{Number})?\.?[ ]?(?:is[ ]|[为為是は])?[:：#=]{{0,2}}[ ]?";

    private static readonly Lazy<PatternSet> StrongInTerms = new(() => Compile(false, Sign, "strong"));

    private static readonly Lazy<PatternSet> Strong = new(() => Compile(true, Sign, "strong"));

    // A weak label wants a sign that a number follows.
    private static readonly Lazy<PatternSet> Weak = new(() => Compile(true, $@"(?:\.?[ ]?{Number})?\.?(?:[ ]?[:：#=]{{1,2}}[ ]?|[ ])", "weak", "record", "any", "device"));

    // In a technical term a space is no sign, but before a long number.
    private const string SignInTerms = $@"(?:\.?[ ]?{Number}\.?[ ]?[:：#=]{{0,2}}[ ]?|\.?[ ]?[:：#=]{{1,2}}[ ]?|\.?[ ](?=(?:\p{{L}}{{1,3}}-?)?\d{{5}}))";

    private static readonly Lazy<PatternSet> Record = new(() => Compile(false, SignInTerms, "record"));
    private static readonly Lazy<PatternSet> AnyRecord = new(() => Compile(false, SignInTerms, "record", "any"));
    private static readonly Lazy<PatternSet> RecordOrDevice = new(() => Compile(false, SignInTerms, "record", "any", "device"));

    private readonly bool _isTechnical;
    private readonly Lazy<PatternSet> _others;

    /// <param name="kind">
    /// In technical terms the same letters may mean something else: only labels of patients' numbers and records count there,
    /// before numbers that are no count.
    /// </param>
    /// <param name="keepsDevices">Whether the number of a device may stand in technical terms.</param>
    public LabelledIdentifierDetector(TextKind kind = TextKind.Prose, bool keepsDevices = true)
    {
        _isTechnical = kind != TextKind.Prose;
        _others = kind switch
        {
            TextKind.Prose => Weak,
            TextKind.Device or TextKind.DeviceLabel => Record,
            _ => keepsDevices ? AnyRecord : RecordOrDevice,
        };
    }

    public IEnumerable<Finding> Find(TokenizedText text) =>
        FindBehind((_isTechnical ? StrongInTerms : Strong).Value, text, _isTechnical ? FewestDigits : 1)
            .Concat(FindBehind(_others.Value, text, FewestDigits));

    private static IEnumerable<Finding> FindBehind(PatternSet label, TokenizedText text, int fewestDigits) => label.Find(text.WithAsciiDigits).Of(0)
        .Where(match => match.Groups["value"].Value.Count(char.IsDigit) >= fewestDigits).Select(ToFinding);

    private static Finding ToFinding(Match match) =>
        new(match.Groups["value"].Index, match.Groups["value"].Length, FindingKind.Identifier);

    private static PatternSet Compile(bool isProse, string sign, params string[] kinds) => new(
        RegexOptions.IgnoreCase,
        [$@"(?<![\p{{L}}-[\u3040-\u9FFF\uAC00-\uD7AF]]|\p{{N}})(?:{IdentifierLabels.PatternOf(isProse, kinds)})(?:(?<=[\u3040-\u9FFF\uAC00-\uD7AF])|(?![\p{{IsBasicLatin}}-[^A-Za-z]])){sign}#?{Value}"]);
}
