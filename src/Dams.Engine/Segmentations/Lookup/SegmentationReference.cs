using System.Collections.Generic;

namespace Dams;

/// <summary>A segmentation series and where its references lead among the files that were indexed.</summary>
/// <param name="Label">What it shows: <c>Tumor</c> or <c>Ablation</c>, or what others called it; null where it does not say.</param>
/// <param name="LesionNumber">The lesion, counted from 1; null where it does not say.</param>
/// <param name="SourceSeriesInstanceUID">The series it was drawn on; null where it names none, or several.</param>
/// <param name="SourceFiles">The files of that series, in the order of their instance numbers.</param>
/// <param name="PartnerSeriesInstanceUID">The partner's series; null where it names none.</param>
/// <param name="PartnerFiles">The files of the partner.</param>
/// <param name="Convention">How its references are written; null where it has none.</param>
/// <param name="Problem">What does not lead anywhere, in words without patient values; null where all does.</param>
/// <param name="SeriesInstanceUID">The segmentation's own series.</param>
/// <param name="Path">Its file, or the folder that holds its files.</param>
/// <param name="Files">Its files.</param>
public sealed record SegmentationReference(
    string? Label,
    int? LesionNumber,
    string? SourceSeriesInstanceUID,
    IReadOnlyList<string> SourceFiles,
    string? PartnerSeriesInstanceUID,
    IReadOnlyList<string> PartnerFiles,
    ReferenceConvention? Convention,
    string? Problem,
    string SeriesInstanceUID,
    string Path,
    IReadOnlyList<string> Files) : IInstanceFiles;
