using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Sources.References;

namespace Dams;

/// <summary>A segmentation that is to lead to what it belongs to.</summary>
/// <param name="Paths">The folder or the files of the segmentation.</param>
/// <param name="SourcePaths">Where the series it was drawn on lies.</param>
public sealed record LinkRequest(IReadOnlyList<string> Paths, IReadOnlyList<string> SourcePaths)
{
    /// <summary>The segmentation's own series, to tell it apart from others that lie with it.</summary>
    public string? SeriesInstanceUID { get; init; }

    /// <summary>The series it was drawn on, to tell it apart from others that lie with it.</summary>
    public string? SourceSeriesInstanceUID { get; init; }

    /// <summary>Where the partner lies; empty where there is none.</summary>
    public IReadOnlyList<string> PartnerPaths { get; init; } = [];

    /// <summary>The partner's series, to tell it apart from others that lie with it.</summary>
    public string? PartnerSeriesInstanceUID { get; init; }

    /// <summary><c>Tumor</c> or <c>Ablation</c>; null leaves what the segmentation says of itself.</summary>
    public string? Label { get; init; }

    /// <summary>The lesion, counted from 1; null leaves what the segmentation says of itself.</summary>
    public int? LesionNumber { get; init; }

    /// <summary>Whether to find the source by its geometry among all series at <see cref="SourcePaths"/>.</summary>
    public bool Discover { get; init; }

    /// <summary>What keeps it from being linked; null where nothing does.</summary>
    public string? Problem { get; init; }

    /// <summary>What is wrong though it can be linked, such as a missing partner; reported as a warning.</summary>
    public string? Remark { get; init; }

    /// <summary>
    /// The request that a row of a plan makes. One that names segmentation and source is linked, and its problem reported; any
    /// other is refused. An empty text is as good as none: rows may come from lists.
    /// </summary>
    public static LinkRequest From(SegmentationLink link)
    {
        var isWhole = Named(link.Path) is not null && Named(link.SourcePath) is not null;
        return new LinkRequest(PathsOf(link.Path), PathsOf(link.SourcePath))
        {
            SeriesInstanceUID = Named(link.SeriesInstanceUID),
            SourceSeriesInstanceUID = Named(link.SourceSeriesInstanceUID),
            PartnerPaths = PathsOf(link.PartnerPath),
            PartnerSeriesInstanceUID = Named(link.PartnerSeriesInstanceUID),
            Label = Named(link.Label),
            LesionNumber = link.LesionNumber,
            Problem = isWhole ? null : Named(link.Problem) ?? "it does not say where the segmentation and its source are",
            Remark = isWhole ? Named(link.Problem) : null,
        };
    }

    /// <summary>The request that writes the references of a segmentation anew.</summary>
    internal static LinkRequest From(SegmentationReference reference) => new(reference.Files, reference.SourceFiles)
    {
        SeriesInstanceUID = reference.SeriesInstanceUID,
        SourceSeriesInstanceUID = reference.SourceSeriesInstanceUID,
        PartnerPaths = reference.PartnerFiles,
        PartnerSeriesInstanceUID = reference.PartnerSeriesInstanceUID,
        Label = LesionLabel.All.Contains(reference.Label) ? reference.Label : null,
        LesionNumber = reference.LesionNumber,
        Problem = reference.SourceFiles.Count == 0
            || (reference.PartnerSeriesInstanceUID is not null && reference.PartnerFiles.Count == 0) ? reference.Problem : null,
    };

    private static string? Named(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string[] PathsOf(string? path) => Named(path) is { } named ? [named] : [];
}

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

/// <summary>How references are written into segmentations.</summary>
public sealed record LinkOptions
{
    /// <summary>How they are written.</summary>
    public ReferenceConvention Convention { get; init; }

    /// <summary>Whether patients are told apart by PatientID alone, whoever issued it.</summary>
    public bool IgnoreIssuer { get; init; }
}

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
    IReadOnlyList<string> Files) : IInstanceFiles
{
    /// <summary>What does not fit though it was linked, in words without patient values; null where all fits.</summary>
    public string? Problem { get; init; }
}
