using Xunit;

namespace Dams.Tests.Judges;

/// <summary>A theory that needs a program of somebody else; skipped, with the reason, where that is not.</summary>
public sealed class JudgeTheoryAttribute : TheoryAttribute
{
    /// <param name="judge">The name of a requirement of the tests.</param>
    public JudgeTheoryAttribute(string judge, bool needsCorpus = false, bool needsPowerShell = false) =>
        Skip = JudgeFactAttribute.WhySkipped(judge, needsCorpus, needsPowerShell);
}
