namespace Dams.Tests.Fuzzing;

/// <summary>Something that must not be.</summary>
/// <param name="Kind">Short, and the same for the same fault.</param>
/// <param name="Detail">What was seen.</param>
internal sealed record FuzzFinding(FuzzCase Case, string Kind, string Detail);
