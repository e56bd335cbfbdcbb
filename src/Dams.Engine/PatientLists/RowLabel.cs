namespace Dams.PatientLists;

/// <summary>How messages call a row of a list, or a folder that stands for one.</summary>
/// <param name="Number">Which row of the list it is, or which of the folders that were given, counted from 1.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
internal readonly record struct RowLabel(int Number, bool IsFolder)
{
    /// <summary>In the midst of a sentence.</summary>
    public string Inner => IsFolder ? $"folder {Number}" : $"row {Number}";

    /// <summary>At its beginning.</summary>
    public override string ToString() => IsFolder ? $"Folder {Number}" : $"Row {Number}";
}
