namespace Dams;

/// <summary>A file, folder or path that was left out.</summary>
/// <param name="Item">Which it is, in words that name nobody: <c>File 12</c> counts the run's files from 1.</param>
/// <param name="SourcePath">Where it is. It may hold a patient's name: for private logs only.</param>
/// <param name="Error">Why it was left out.</param>
public sealed record FileFailure(string Item, string SourcePath, DamsException Error)
{
    /// <summary>
    /// The folder that the user named and in which it was found; empty where it was named itself. For private logs only.
    /// </summary>
    public string Root { get; init; } = "";

    /// <summary>A sentence that holds no patient's value.</summary>
    public string Message => $"{Item}: {Error.Message}";
}
