namespace Dams;

/// <summary>One data element of a file.</summary>
/// <param name="File">The path of the file.</param>
/// <param name="Tag">The tag as (gggg,eeee).</param>
/// <param name="Keyword">The keyword of the dictionary; empty for a private or unknown element.</param>
/// <param name="VR">The value representation in the file, or that of the dictionary where the file names none.</param>
/// <param name="Length">Bytes of the value.</param>
/// <param name="Value">
/// Text or numbers, one or an array of several; the number of items of a sequence; null for other bytes and for no value.
/// </param>
/// <param name="ElementPath">
/// Where it stands: tags or keywords from the root, with the number of the item, counted from 1, after each sequence.
/// </param>
public sealed record DicomElement(
    string File, string Tag, string Keyword, string VR, long Length, object? Value, string ElementPath)
{
    /// <summary>Where it stands: no value.</summary>
    public override string ToString() => $"{Tag} {VR} {ElementPath}";
}
