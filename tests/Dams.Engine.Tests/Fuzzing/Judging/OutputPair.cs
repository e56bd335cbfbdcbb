namespace Dams.Tests.Fuzzing.Judging;

/// <summary>A case and what was written of it.</summary>
/// <param name="Path">Where the output lies.</param>
internal sealed record OutputPair(FuzzCase Case, string Profile, string Path, byte[] Output)
{
    public FuzzFinding Finding(string kind, string detail) => new(Case, kind, $"{Profile}: {detail}");
}
