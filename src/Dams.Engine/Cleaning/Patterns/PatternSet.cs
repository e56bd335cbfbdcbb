using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dams.Cleaning.Patterns;

/// <summary>
/// Regular expressions that are looked for together: one pass over a text finds where a match of any may start, and only there
/// the expressions themselves are asked.
/// </summary>
/// <remarks>Safe for use by several threads.</remarks>
internal sealed class PatternSet
{
    // No text of a file takes even a fraction of this time; a pattern that backtracks without end would.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly Lazy<Regex>[] _patterns;
    private readonly PatternStarts _starts;

    /// <param name="patterns">The expressions, none of which matches nothing.</param>
    public PatternSet(RegexOptions options, IEnumerable<string> patterns)
    {
        var texts = patterns.ToArray();
        // Of most no text of a patient has a start, and each takes some time to make.
        _patterns = Array.ConvertAll(texts, pattern => new Lazy<Regex>(() => new Regex($@"\G(?:{pattern})", options | RegexOptions.CultureInvariant, Timeout)));
        var atoms = new PatternAtoms();
        var parsed = Array.ConvertAll(texts, pattern => PatternParser.Parse(pattern, (options & RegexOptions.IgnoreCase) != 0, atoms));
        _starts = new PatternStarts(new PatternGraph(parsed), parsed, atoms);
    }

    /// <summary>Number of expressions.</summary>
    public int Count => _patterns.Length;

    /// <summary>Looks for the starts of all in a text.</summary>
    public PatternMatches Find(string text) => new(text, _patterns, _starts.Find(text));
}

/// <summary>The matches of some regular expressions in a text.</summary>
internal sealed class PatternMatches(string text, Lazy<Regex>[] patterns, List<int>?[] starts)
{
    /// <summary>The matches of one expression, from left to right, none within another.</summary>
    /// <param name="index">Which it is in the set.</param>
    /// <exception cref="RegexMatchTimeoutException">The text is such that the expression does not come to an end.</exception>
    public IEnumerable<Match> Of(int index) => starts[index] is { } places ? From(places, patterns[index].Value) : [];

    private IEnumerable<Match> From(List<int> places, Regex pattern)
    {
        var end = 0;
        foreach (var start in places)
        {
            if (start < end || pattern.Match(text, start) is not { Success: true } match)
                continue;
            end = start + match.Length;
            yield return match;
        }
    }
}
