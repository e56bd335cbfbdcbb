using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning;
using Dams.Dicom.Reading;
using Dams.Files;
using Dams.Sources;
using Dams.Subjects;

namespace Dams;

/// <summary>The series in some folders, from the headers of the files: pixel data are not read.</summary>
/// <remarks>Memory: some 60 bytes for each file, and what each series says of itself.</remarks>
public static class SeriesIndex
{
    private readonly record struct SeriesKey(string PatientID, string Issuer, string StudyUid, string SeriesUid);

    /// <summary>Finds the series, in the order in which their first files come.</summary>
    /// <param name="paths">Folders and files.</param>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static IReadOnlyList<DicomSeries> Read(IReadOnlyList<string> paths, RunContext context) =>
        Read(SourceFiles.Find(paths, context), context);

    /// <summary>Finds series anew whose files are known, as they were before they went through a file or to another process.</summary>
    /// <param name="files">The files.</param>
    /// <param name="roots">The folders that the user named and in which they were found.</param>
    public static IReadOnlyList<DicomSeries> Read(IReadOnlyList<string> files, IReadOnlyList<string> roots, RunContext context)
    {
        string[] folders = [.. roots.OrderByDescending(root => root.Length)];
        var found = new SourceFileList();
        foreach (var file in SourceFiles.Find(files, context))
            found.Add(Array.Find(folders, folder => PathComparison.IsInside(file.Path, folder)) ?? "", file.Path, file.Number);
        return Read(found, context);
    }

    private static IReadOnlyList<DicomSeries> Read(IReadOnlyCollection<SourceFile> files, RunContext context)
    {
        var known = new KnownValueMemory();
        return Group(HeaderScan.ReadInstances(files, (source, file) => InstanceHeader.ReadForIndex(source, file, known), context));
    }

    /// <summary>The series of instances whose headers were read.</summary>
    internal static IReadOnlyList<DicomSeries> Group(IEnumerable<InstanceHeader> instances)
    {
        var groups = new Dictionary<SeriesKey, SeriesGroup>();
        var patients = new Dictionary<string, KnownValues>(StringComparer.Ordinal);
        var studies = new StudyPatients();
        foreach (var instance in instances)
            GroupOf(groups, patients, studies, instance.Facts).Add(instance);
        var series = groups.Values.Select(group => group.ToSeries()).ToArray();
        foreach (var one in series)
            ShareKnown(one, patients);
        return series;
    }

    // What is known of a patient counts for the instances that are his by their study alone, and the other way round.
    private static void ShareKnown(DicomSeries series, Dictionary<string, KnownValues> patients)
    {
        if (series.PatientID.Length > 0 || series.OwnerID.Length == 0)
            return;
        patients[series.OwnerID].Add(series.Known!);
        series.Known!.Add(patients[series.OwnerID]);
    }

    private static SeriesGroup GroupOf(
        Dictionary<SeriesKey, SeriesGroup> groups,
        Dictionary<string, KnownValues> patients,
        StudyPatients studies,
        InstanceFacts facts)
    {
        var key = new SeriesKey(facts.PatientID, facts.IssuerOfPatientID, facts.StudyInstanceUID, facts.SeriesInstanceUID);
        if (groups.TryGetValue(key, out var group))
            return group;
        // Whether another issuer means another patient is decided later; until then what one is known by counts for both.
        var patient = facts.PatientID.Length > 0 ? facts.PatientID : facts.StudyInstanceUID;
        if (!patients.TryGetValue(patient, out var known))
            patients.Add(patient, known = new KnownValues());
        group = new SeriesGroup(facts, known, studies);
        groups.Add(key, group);
        return group;
    }
}
