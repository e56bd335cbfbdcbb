using System.Linq;

namespace Dams;

/// <summary>Compares the titles of columns as people write them: letters and digits count, their case does not.</summary>
public static class ColumnTitle
{
    /// <summary>The form in which titles compare.</summary>
    public static string Fold(string title) => new string(title.Where(char.IsLetterOrDigit).ToArray()).ToLowerInvariant();
}
