using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Dams.Commands;

/// <summary>Completes keywords of the DICOM dictionary, from their start or with wildcards.</summary>
public sealed class TagCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        new CompletedWord(wordToComplete).Complete(DataDictionary.Keywords, Describe);

    private static string Describe(string keyword)
    {
        DataDictionary.TryFind(keyword, out var tag);
        return $"{tag} {DataDictionary.VrOf(tag)} {keyword}";
    }
}
