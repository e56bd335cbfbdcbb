using Xunit;

namespace Dams.Tests.Support;

/// <summary>A test over the corpus of real files; skipped, with the reason, where they are not.</summary>
public sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute() => Skip = Requirement.Corpus.WhySkipped;
}
