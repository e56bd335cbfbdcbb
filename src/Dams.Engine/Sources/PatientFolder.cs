using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Reading;

namespace Dams.Sources;

/// <summary>What is in the folders of one patient: listed once, each header read once, for every step of the job.</summary>
/// <param name="Files">All files, in the order of their paths.</param>
/// <param name="Instances">The headers of the instances among them, in the same order.</param>
/// <remarks>Memory: about two kilobytes for each instance.</remarks>
internal sealed record PatientFolder(IReadOnlyList<SourceFile> Files, IReadOnlyList<InstanceHeader> Instances)
{
    /// <summary>The XML files.</summary>
    public IReadOnlyList<SourceFile> Xml => [.. Files.Where(file => file.IsXml)];

    /// <summary>The same without the instances of other series than some; null for all.</summary>
    public PatientFolder WithSeries(IReadOnlyCollection<string>? uids)
    {
        if (uids is null)
            return this;
        var left = Instances.Where(instance => !uids.Contains(instance.Facts.SeriesInstanceUID)).ToArray();
        return new PatientFolder([.. Files.Except(left.Select(instance => instance.File))], [.. Instances.Except(left)]);
    }

    /// <summary>Reads the headers of files that were found. What cannot be read is reported, here and nowhere else.</summary>
    /// <param name="read">Takes the header, and whatever else is needed, from an open file.</param>
    public static PatientFolder Read(IReadOnlyList<SourceFile> files, Func<SourceFile, DicomFile, InstanceHeader> read, RunContext context) =>
        new(files, [.. HeaderScan.ReadInstances(files.Where(file => !file.IsXml).ToArray(), read, context)]);
}
