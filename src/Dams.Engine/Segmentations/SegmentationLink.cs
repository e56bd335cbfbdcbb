namespace Dams;

/// <summary>One segmentation series and what it belongs to.</summary>
/// <param name="Label"><c>Tumor</c> or <c>Ablation</c>.</param>
/// <param name="LesionNumber">The lesion, counted from 1; a tumour and the ablation that treated it share it.</param>
/// <param name="Path">The folder or file of the segmentation.</param>
/// <param name="SeriesInstanceUID">The segmentation's own series.</param>
/// <param name="SourceSeriesInstanceUID">The series it was drawn on, or null where that is not known.</param>
/// <param name="SourcePath">The folder of that series, or null where it was not found.</param>
/// <param name="PartnerSeriesInstanceUID">The partner's series, or null where there is none.</param>
/// <param name="PartnerPath">The partner's folder or file, or null where there is none.</param>
/// <param name="Problem">What keeps the row from being linked, in words without patient values, or null.</param>
public sealed record SegmentationLink(
    string Label,
    int LesionNumber,
    string Path,
    string? SeriesInstanceUID,
    string? SourceSeriesInstanceUID,
    string? SourcePath,
    string? PartnerSeriesInstanceUID,
    string? PartnerPath,
    string? Problem);
