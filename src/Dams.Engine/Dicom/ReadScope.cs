namespace Dams.Dicom;

/// <summary>How much of a file to read.</summary>
internal enum ReadScope
{
    /// <summary>All elements.</summary>
    Whole,

    /// <summary>The elements before the pixel data.</summary>
    BeforePixelData,
}
