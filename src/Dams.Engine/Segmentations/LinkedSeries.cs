using System.Collections.Generic;

namespace Dams;

/// <summary>A segmentation series that leads to what it belongs to.</summary>
/// <param name="Path">The folder or file of the segmentation.</param>
/// <param name="SeriesInstanceUID">The segmentation's own series.</param>
/// <param name="Label"><c>Tumor</c> or <c>Ablation</c>; null where none was given.</param>
/// <param name="LesionNumber">The lesion, counted from 1; null where none was given.</param>
/// <param name="SourceSeriesInstanceUID">The series it was drawn on.</param>
/// <param name="PartnerSeriesInstanceUID">The partner's series; null where there is none.</param>
/// <param name="Convention">How the references are written.</param>
/// <param name="InstanceCount">How many of its instances hold them.</param>
/// <param name="Files">Its files, in the order of their instance numbers.</param>
public sealed record LinkedSeries(
    string Path,
    string SeriesInstanceUID,
    string? Label,
    int? LesionNumber,
    string SourceSeriesInstanceUID,
    string? PartnerSeriesInstanceUID,
    ReferenceConvention Convention,
    int InstanceCount,
    IReadOnlyList<string> Files) : IInstanceFiles;
