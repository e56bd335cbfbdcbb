using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using Dams.Dicom;

namespace Dams.Commands;

/// <summary>Completes keywords of the DICOM dictionary, from their start or with wildcards.</summary>
public sealed class TagCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var pattern = new WildcardPattern(wordToComplete + "*", WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        return DataDictionary.Keywords
            .Where(pattern.IsMatch)
            .OrderBy(keyword => keyword, StringComparer.Ordinal)
            .Select(Complete);
    }

    private static CompletionResult Complete(string keyword)
    {
        DataDictionary.TryFind(keyword, out var tag);
        return new CompletionResult(
            keyword, keyword, CompletionResultType.ParameterValue, $"{tag} {DataDictionary.VrOf(tag)} {keyword}");
    }
}
