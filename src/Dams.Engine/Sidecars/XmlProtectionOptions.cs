using System.Collections.Generic;

namespace Dams;

/// <summary>What a run over XML is asked to do.</summary>
public sealed record XmlProtectionOptions : OutputOptions
{
    /// <param name="destination">The folder for the output; null to replace the files where they are.</param>
    /// <param name="profile">What to do with dates, UIDs and birth dates, and rules for XML.</param>
    /// <param name="key">The key from which pseudonyms are derived.</param>
    public XmlProtectionOptions(string? destination, Profile profile, ProtectionKey key)
        : base(profile, key) => Destination = destination;

    /// <summary>What is asked of the XML beside images: all that is asked of the images too.</summary>
    /// <param name="destination">The folder for the output; null to replace the files where they are.</param>
    /// <param name="images">What is asked of the images.</param>
    public XmlProtectionOptions(string? destination, OutputOptions images)
        : base(images) => Destination = destination;

    /// <summary>The folder for the output; null to replace the files where they are.</summary>
    public string? Destination { get; init; }

    /// <summary>The series UIDs that repaired masks have now.</summary>
    public IReadOnlyList<RepairedSeries> Repaired { get; init; } = [];

    /// <summary>The path of a recipe whose rules for XML hold in addition to those of the profile and win; null for none.</summary>
    public string? Recipe { get; init; }
}
