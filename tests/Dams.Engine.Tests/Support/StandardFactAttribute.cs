using Xunit;

namespace Dams.Tests.Support;

/// <summary>A test against the tables of the standard; skipped, with the reason, where they are not.</summary>
public sealed class StandardFactAttribute : FactAttribute
{
    public StandardFactAttribute()
    {
        if (StandardTables.Folder is null)
            Skip = StandardTables.Missing;
    }
}
