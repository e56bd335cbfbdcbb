using System;
using System.Threading;
using Dams.Deidentification;
using Dams.Dicom.Reading;

namespace Dams.Protection;

/// <summary>A file of a series that is open and is being protected.</summary>
/// <param name="Job">Its series.</param>
/// <param name="Index">Which file of its series it is.</param>
/// <param name="Deidentify">Finds the edits that the profile asks for; to be called once for each time that the file is read.</param>
/// <param name="Cancellation">Stops the work.</param>
internal sealed record OpenInstance(
    SeriesJob Job, int Index, DicomFile File, InstanceFacts Facts, Func<DeidentifiedInstance> Deidentify, CancellationToken Cancellation)
{
    public SourceFile Source { get; } = Job.Sources[Index];

    /// <summary>The outcome where something was written.</summary>
    /// <param name="path">Where the output is.</param>
    public FileOutcome ToOutcome(string path, DeidentifiedInstance deidentified) =>
        new(Job, Index, path, File.Source.Length, null)
        {
            BurnedInText = deidentified.BurnedInText,
            BurnedInReasons = deidentified.BurnedInReasons,
            BreaksSignature = deidentified.BreaksSignature,
            Shortened = deidentified.Shortened,
        };
}
