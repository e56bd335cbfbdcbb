using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Judges;

/// <summary>A test that needs a program of somebody else; skipped, with the reason, where that is not.</summary>
public sealed class JudgeFactAttribute : FactAttribute
{
    /// <param name="judge">The name of a requirement of the tests.</param>
    public JudgeFactAttribute(string judge, bool needsCorpus = false) => Skip = WhySkipped(judge, needsCorpus);

    internal static string? WhySkipped(string judge, bool needsCorpus) =>
        Requirement.All.Single(requirement => requirement.Name == judge).WhySkipped
        ?? (needsCorpus ? Requirement.Corpus.WhySkipped : null);
}
