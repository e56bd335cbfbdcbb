using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Cli.Output;

/// <summary>Writes what segmentations refer to: a table for people, a JSON line for each of them for programs.</summary>
internal static class ReferenceTable
{
    private static readonly string[] Titles = ["Subject", "Segmentation", "Label", "Lesion", "Drawn on", "Partner", "Problem"];

    /// <param name="root">The folder that was looked through; its folders are those of subjects.</param>
    public static void Write(
        IReadOnlyList<SegmentationReference> references, string root, ConsoleListener listener, JsonLines? lines)
    {
        if (lines is null)
        {
            foreach (var line in TextTable.Lines(Titles, references.Select(reference => Cells(reference, root))))
                listener.WriteLine(line);
        }
        foreach (var reference in references)
        {
            lines?.Write("reference", new
            {
                reference.Label,
                reference.LesionNumber,
                reference.SeriesInstanceUID,
                reference.SourceSeriesInstanceUID,
                reference.PartnerSeriesInstanceUID,
                Convention = reference.Convention?.ToString(),
                reference.Problem,
                reference.Path,
                reference.Files,
                reference.SourceFiles,
                reference.PartnerFiles,
            });
        }
    }

    private static string[] Cells(SegmentationReference reference, string root) =>
    [
        Path.GetRelativePath(root, reference.Path).Split(Path.DirectorySeparatorChar)[0],
        Path.GetFileName(reference.Path),
        reference.Label ?? "",
        $"{reference.LesionNumber}",
        FolderOf(reference.SourceFiles),
        FolderOf(reference.PartnerFiles),
        reference.Problem ?? "",
    ];

    private static string FolderOf(IReadOnlyList<string> files) =>
        files.Count > 0 ? Path.GetFileName(Path.GetDirectoryName(files[0])!) : "";
}
