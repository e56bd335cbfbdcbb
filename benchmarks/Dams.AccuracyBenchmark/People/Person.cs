using System;
using System.Collections.Generic;

namespace Dams.Benchmarks.Accuracy.People;

/// <summary>A patient who does not exist, with what a header says of him.</summary>
/// <param name="FamilyIsWord">The family name is a word of anatomy, so that it tells nothing where it stands alone.</param>
internal sealed record Person(int Number, CharacterSet Characters, string Family, string Given, string? NativeFamily, string? NativeGiven, bool FamilyIsWord)
{
    public required string PatientName { get; init; }

    public required string Id { get; init; }

    public required DateTime Birth { get; init; }

    public required DateTime Study { get; init; }

    public required string Age { get; init; }

    /// <summary>What is told by the header: attribute keyword, value, and the part that tells.</summary>
    public required IReadOnlyList<(string Keyword, HeaderValue Value)> Header { get; init; }

    public required string UidRoot { get; init; }
}
