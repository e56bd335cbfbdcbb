namespace Dams.Network;

/// <summary>What a user of an archive should know, and what stopped nothing.</summary>
/// <remarks>No argument may hold a patient's value.</remarks>
public static class NetworkWarnings
{
    internal static RunWarning NoStudyFound(int number) => new(
        nameof(NoStudyFound),
        $"Query {number} found no study. A number that a cell of Excel holds as a number has lost the zeros before it: format such columns as text.");
}
