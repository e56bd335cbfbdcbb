using System;
using System.Collections.Generic;
using System.Threading;
using Dams.Cleaning;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Reporting;

namespace Dams.Sources;

/// <summary>What an index reads from a file.</summary>
/// <param name="Facts">What the instance says of itself; null where the file is no instance.</param>
/// <param name="Known">Its identifying values; null where the file is no instance, or where they were not asked for.</param>
/// <param name="Length">Bytes of the file.</param>
/// <param name="Error">Why the file was left out; null where it was not.</param>
internal sealed record FileHeader(SourceFile File, InstanceFacts? Facts, IReadOnlyList<KnownValue>? Known, long Length, DamsException? Error)
{
    /// <summary>SOP class of a DICOMDIR, Media Storage Directory Storage (PS3.4 section I.4).</summary>
    private const string DirectoryClass = "1.2.840.10008.1.3.10";

    /// <summary>Reads the elements around the pixel data.</summary>
    public static FileHeader Read(SourceFile file, CancellationToken cancellation = default) => Read(file, KnownValueReader.Read, cancellation);

    /// <summary>Reads the attributes at the root of the dataset only, not the identifying values.</summary>
    public static FileHeader ReadFacts(SourceFile file, CancellationToken cancellation = default) => Read(file, _ => null, cancellation);

    private static FileHeader Read(
        SourceFile file, Func<DicomFile, IReadOnlyList<KnownValue>?> readKnown, CancellationToken cancellation)
    {
        try
        {
            using var dicom = DicomFile.Open(file.Path, ReadScope.WithoutPixelData, cancellation);
            if (IsDicomDir(dicom))
                return new FileHeader(file, null, null, dicom.Source.Length, DicomErrors.DicomDirectory());
            return new FileHeader(file, InstanceFacts.Read(dicom), readKnown(dicom), dicom.Source.Length, null);
        }
        catch (Exception e) when (SourceErrors.Translate(e, file.Root) is { } error)
        {
            return new FileHeader(file, null, null, 0, error);
        }
    }

    public static bool IsDicomDir(DicomFile dicom)
    {
        var index = dicom.Meta.Find(KnownTag.MediaStorageSOPClassUID);
        return (index >= 0 && dicom.Values.Text(dicom.Meta, index) == DirectoryClass)
            || dicom.Dataset.Find(KnownTag.DirectoryRecordSequence) >= 0;
    }
}
