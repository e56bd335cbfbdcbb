using System.Collections.Generic;

namespace Dams;

/// <summary>A segmentation series and where its references lead among the files that were indexed.</summary>
/// <param name="Subject">
/// Whose it is: its PatientID, which in protected files is the subject id; else that of its study; empty where neither says so.
/// </param>
/// <param name="Label">What it shows: <c>Tumor</c> or <c>Ablation</c>, or what others called it; null where it does not say.</param>
/// <param name="LesionNumber">The lesion, counted from 1; null where it does not say.</param>
/// <param name="SourceSeriesInstanceUID">The series it was drawn on; null where it names none, or several.</param>
/// <param name="SourcePath">The file of that series, or the folder that holds its files; null where it is not here.</param>
/// <param name="SourceFiles">The files of that series, in the order of their instance numbers.</param>
/// <param name="PartnerSeriesInstanceUID">The partner's series; null where it names none.</param>
/// <param name="PartnerPath">The file of the partner, or the folder that holds its files; null where it is not here.</param>
/// <param name="PartnerFiles">The files of the partner.</param>
/// <param name="Convention">How its references are written; null where it has none.</param>
/// <param name="Problem">What does not lead anywhere, in words without patient values; null where all does.</param>
/// <param name="SeriesInstanceUID">The segmentation's own series.</param>
/// <param name="Path">Its file, or the folder that holds its files.</param>
/// <param name="Files">Its files.</param>
public sealed record SegmentationReference(
    string Subject,
    string? Label,
    int? LesionNumber,
    string? SourceSeriesInstanceUID,
    string? SourcePath,
    IReadOnlyList<string> SourceFiles,
    string? PartnerSeriesInstanceUID,
    string? PartnerPath,
    IReadOnlyList<string> PartnerFiles,
    ReferenceConvention? Convention,
    string? Problem,
    string SeriesInstanceUID,
    string Path,
    IReadOnlyList<string> Files) : IInstanceFiles
{
    /// <summary>Whether references can be written into it: a structure set and a surface hold theirs elsewhere.</summary>
    internal bool IsLinkable { get; init; } = true;
}
