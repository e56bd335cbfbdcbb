using System.Collections.Generic;
using System.Linq;

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

    /// <summary>Reads it. What cannot be read is reported, here and nowhere else.</summary>
    public static PatientFolder Read(IReadOnlyList<string> paths, RunContext context)
    {
        var files = SourceFiles.Find(paths, context);
        return new PatientFolder(files, [.. HeaderScan.ReadInstances(
            files.Where(file => !file.IsXml).ToArray(), InstanceHeader.ReadForRepair, context)]);
    }
}
