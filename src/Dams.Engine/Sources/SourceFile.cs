using System.Threading;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;

namespace Dams;

/// <summary>A file that was found.</summary>
/// <param name="Root">The folder that the user named and in which it was found; empty where the file was named itself.</param>
/// <param name="Path">Its full path.</param>
/// <param name="Number">Which of the files it is, counted from 1.</param>
public sealed record SourceFile(string Root, string Path, int Number)
{
    /// <summary>Whether its name is one of XML, as planning logs beside images have it.</summary>
    public bool IsXml => System.IO.Path.GetExtension(Path).Equals(".xml", System.StringComparison.OrdinalIgnoreCase);

    /// <summary>What it holds instead of what is on the disk; null where that holds.</summary>
    internal EditedContent? Edited { get; init; }

    /// <summary>Opens it and reads where its elements stand.</summary>
    /// <exception cref="DamsException">It is not DICOM or cannot be read whole.</exception>
    /// <exception cref="System.OperationCanceledException">The token asked for it.</exception>
    internal DicomFile Open(ReadScope scope, CancellationToken cancellation) =>
        Edited is { } edited ? edited.Open(scope, cancellation) : DicomFile.Open(Path, scope, cancellation);
}
