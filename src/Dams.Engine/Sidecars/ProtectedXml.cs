namespace Dams;

/// <summary>One XML file that was protected.</summary>
/// <param name="Subject">The subject id.</param>
/// <param name="SourcePath">Where it was. It may hold a patient's name.</param>
/// <param name="Path">Where it is now.</param>
/// <param name="ChangeCount">Number of places that changed.</param>
public sealed record ProtectedXml(string Subject, string SourcePath, string Path, int ChangeCount)
{
    /// <summary>The subject: nothing that leads back.</summary>
    public override string ToString() => $"{Subject} XML ({ChangeCount} changes)";
}
