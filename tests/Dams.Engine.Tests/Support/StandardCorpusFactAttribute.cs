using Xunit;

namespace Dams.Tests.Support;

/// <summary>A test of real files against the tables of the standard; skipped, with the reason, where either is missing.</summary>
public sealed class StandardCorpusFactAttribute : FactAttribute
{
    public StandardCorpusFactAttribute()
    {
        if (CorpusFiles.Folder is null)
            Skip = CorpusFiles.Missing;
        else if (StandardTables.Folder is null)
            Skip = StandardTables.Missing;
    }
}
