using Xunit;

namespace Dams.Tests.Support;

/// <summary>A theory over lines of the tables of the standard; skipped, with the reason, where they are not.</summary>
public sealed class StandardTheoryAttribute : TheoryAttribute
{
    public StandardTheoryAttribute()
    {
        if (StandardTables.Folder is null)
            Skip = StandardTables.Missing;
    }
}
