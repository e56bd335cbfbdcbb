using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Judges;

/// <summary>A test that needs a program of somebody else; skipped, with the reason, where that is not.</summary>
public sealed class JudgeFactAttribute : FactAttribute
{
    /// <param name="judge">The name of a requirement of the tests.</param>
    public JudgeFactAttribute(string judge, bool needsCorpus = false, bool needsPowerShell = false) =>
        Skip = WhySkipped(judge, needsCorpus, needsPowerShell);

    internal static string? WhySkipped(string judge, bool needsCorpus, bool needsPowerShell) =>
        Requirement.All.Single(requirement => requirement.Name == judge).WhySkipped
        ?? (needsCorpus ? Requirement.Corpus.WhySkipped : null)
        ?? (needsPowerShell ? Requirement.PowerShell.WhySkipped : null);
}
