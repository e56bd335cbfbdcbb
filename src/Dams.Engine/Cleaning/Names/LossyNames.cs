using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dams.Cleaning.Names;

/// <summary>Finds known names of which a program could not write each letter and wrote a sign instead: M?ller, M_ller.</summary>
internal sealed class LossyNames : IDetector
{
    private const int FewestLetters = 4;

    // Question marks either way up, what Unicode and old systems write for a character that they lack, and what people fill in.
    private const string Signs = @"[?\u00BF\uFFFD\u001A_*#]{1,2}";

    private readonly List<Regex> _patterns = [];

    /// <param name="names">Person names as PN writes them.</param>
    public LossyNames(IEnumerable<string> names)
    {
        foreach (var part in names.SelectMany(name => name.Split('^', '=', ' ', '-')).Distinct(StringComparer.Ordinal))
        {
            var letters = part.Count(IsAscii);
            if (letters >= FewestLetters && letters < part.Length && part.All(character => char.IsLetter(character) || character == '\''))
                _patterns.Add(new Regex(PatternOf(part), RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5)));
        }
    }

    public IEnumerable<Finding> Find(TokenizedText text) => _patterns.Count == 0 || !text.Text.Any(IsSign) ? []
        : _patterns.SelectMany(pattern => pattern.Matches(text.Text).Cast<Match>()).Select(match => new Finding(match.Index, match.Length, FindingKind.Name));

    private static string PatternOf(string part) =>
        $@"(?<!\p{{L}}){string.Concat(part.Select(character => IsAscii(character) ? Regex.Escape(character.ToString()) : Signs))}(?!\p{{L}})";

    private static bool IsSign(char character) => character is '?' or '\u00BF' or '\uFFFD' or '\u001A' or '_' or '*' or '#';

    private static bool IsAscii(char character) => character < 0x80;
}
