using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>The word that is being completed, with or without a quote before it.</summary>
internal sealed class CompletedWord
{
    private readonly string _quote;
    private readonly WildcardPattern _pattern;

    public CompletedWord(string written)
    {
        _quote = written.Length > 0 && written[0] is '\'' or '"' ? written.Substring(0, 1) : "";
        var word = written.Trim('\'', '"');
        _pattern = new WildcardPattern(word + "*", WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
    }

    /// <summary>The words that fit, in alphabetical order.</summary>
    public IEnumerable<CompletionResult> Complete(IEnumerable<string> words, Func<string, string> describe) => words
        .Where(_pattern.IsMatch)
        .OrderBy(word => word, StringComparer.OrdinalIgnoreCase)
        .Select(word => new CompletionResult(_quote + word + _quote, word, CompletionResultType.ParameterValue, describe(word)));
}
