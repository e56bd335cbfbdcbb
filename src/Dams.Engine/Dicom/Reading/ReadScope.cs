namespace Dams.Dicom.Reading;

/// <summary>How much of a file to read.</summary>
internal enum ReadScope
{
    /// <summary>All elements, to rewrite them.</summary>
    Whole,

    /// <summary>All elements, but few values: the file is in memory in small parts.</summary>
    Places,

    /// <summary>The same without pixel data, where nothing stands behind them.</summary>
    WithoutPixelData,
}
