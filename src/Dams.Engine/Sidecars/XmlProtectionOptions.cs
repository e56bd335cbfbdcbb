using System.Collections.Generic;

namespace Dams;

/// <summary>What a run over XML is asked to do.</summary>
/// <param name="Destination">The folder for the output; null to replace the files where they are.</param>
/// <param name="Profile">What to do with dates, UIDs and birth dates, and rules for XML.</param>
/// <param name="Key">The key from which pseudonyms are derived.</param>
public sealed record XmlProtectionOptions(string? Destination, Profile Profile, ProtectionKey Key)
    : IdentityOptions(Profile, Key)
{
    /// <summary>The series UIDs that repaired masks have now.</summary>
    public IReadOnlyList<RepairedSeries> Repaired { get; init; } = [];

    /// <summary>Whether output keeps the folders of the source, which may hold patients' names.</summary>
    public bool KeepStructure { get; init; }

    /// <summary>Whether output that is there already is replaced.</summary>
    public bool Force { get; init; }

    /// <summary>The path of a recipe whose rules for XML hold in addition to those of the profile and win; null for none.</summary>
    public string? Recipe { get; init; }
}
