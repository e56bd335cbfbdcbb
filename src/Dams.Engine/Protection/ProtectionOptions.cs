namespace Dams;

/// <summary>What a run of protection is asked to do.</summary>
/// <param name="Destination">The folder for the output; empty where files are replaced in place.</param>
/// <param name="Profile">What to do with each attribute.</param>
/// <param name="Key">The key from which pseudonyms are derived.</param>
public sealed record ProtectionOptions(string Destination, Profile Profile, ProtectionKey Key) : OutputOptions(Profile, Key)
{
    /// <summary>Whether output that is there already and is what this run would write is left, and other output replaced.</summary>
    public bool Resume { get; init; }

    /// <summary>Whether each file is replaced by its output, instead of one in the destination.</summary>
    public bool InPlace { get; init; }

    /// <summary>The folder in which originals that are replaced in place are kept; null to keep none.</summary>
    public string? Backup { get; init; }

    /// <summary>
    /// The subject map into which each patient goes: in place before the first of his files is replaced, since afterwards
    /// no file says who he is; elsewhere when the whole job is done for him. Null where others keep it.
    /// </summary>
    public string? ExportMap { get; init; }
}
