namespace Dams;

/// <summary>What every run that writes output is asked to do, to images and to XML alike.</summary>
/// <param name="Profile">What to do with each attribute.</param>
/// <param name="Key">From what pseudonyms are derived.</param>
public abstract record OutputOptions(Profile Profile, ProtectionKey Key) : IdentityOptions(Profile, Key)
{
    /// <summary>Whether output keeps the folders and names of the source, which may hold patients' names.</summary>
    public bool KeepStructure { get; init; }

    /// <summary>Whether output that is there already is replaced.</summary>
    public bool Force { get; init; }

    /// <summary>What also says where a text identifies that is cleaned; null for none. Who opened it closes it.</summary>
    public TextRecognizer? Recognizer { get; init; }
}
