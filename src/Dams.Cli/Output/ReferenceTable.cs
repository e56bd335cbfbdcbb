using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Cli.Output;

/// <summary>Writes what segmentations refer to: a table for people, a JSON line for each of them for programs.</summary>
internal static class ReferenceTable
{
    private static readonly string[] Titles = ["Subject", "Segmentation", "Label", "Lesion", "Drawn on", "Partner", "Problem"];

    /// <summary>The list as CSV.</summary>
    public static PrivateTable<SegmentationReference> Csv { get; } = new(
        ("Subject", reference => reference.Subject),
        ("Label", reference => reference.Label),
        ("LesionNumber", reference => reference.LesionNumber),
        ("SeriesInstanceUID", reference => reference.SeriesInstanceUID),
        ("SourceSeriesInstanceUID", reference => reference.SourceSeriesInstanceUID),
        ("PartnerSeriesInstanceUID", reference => reference.PartnerSeriesInstanceUID),
        ("Convention", reference => reference.Convention),
        ("Path", reference => reference.Path),
        ("SourcePath", reference => reference.SourcePath),
        ("PartnerPath", reference => reference.PartnerPath),
        ("Problem", reference => reference.Problem));

    /// <param name="writeLine">Writes a line for people.</param>
    public static void Write(IReadOnlyList<SegmentationReference> references, Action<string> writeLine, JsonLines? lines)
    {
        if (lines is null)
        {
            foreach (var line in TextTable.Lines(Titles, references.Select(Cells)))
                writeLine(line);
        }
        foreach (var reference in references)
            lines?.Write("reference", EventObjects.Of(reference));
    }

    private static string[] Cells(SegmentationReference reference) =>
    [
        reference.Subject,
        FolderOf(reference.Files),
        reference.Label ?? "",
        $"{reference.LesionNumber}",
        FolderOf(reference.SourceFiles),
        FolderOf(reference.PartnerFiles),
        reference.Problem ?? "",
    ];

    private static string FolderOf(IReadOnlyList<string> files) =>
        files.Count > 0 ? Path.GetFileName(Path.GetDirectoryName(files[0])!) : "";
}
