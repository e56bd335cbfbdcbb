using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dams.Cleaning;
using Dams.Core;
using Dams.Dicom.Reading;
using Dams.Files;
using Dams.Reporting;
using Dams.Sources;

namespace Dams;

/// <summary>The series in some folders, from the headers of the files: pixel data are not read.</summary>
/// <remarks>Memory: the path of each file, and what one series says of itself.</remarks>
public static class SeriesIndex
{
    private readonly record struct SeriesKey(string PatientID, string Issuer, string StudyUid, string SeriesUid);

    /// <summary>Finds the series, in the order in which their first files come.</summary>
    /// <param name="paths">Folders and files.</param>
    /// <param name="workers">Number of files to read at one time.</param>
    public static IReadOnlyList<DicomSeries> Read(
        IReadOnlyList<string> paths, int workers, IRunListener listener, CancellationToken cancellation) =>
        Read(SourceFiles.Find(paths, listener, cancellation), workers, listener, cancellation);

    /// <summary>The same for files that were found already.</summary>
    internal static IReadOnlyList<DicomSeries> Read(
        IReadOnlyList<SourceFile> files, int workers, IRunListener listener, CancellationToken cancellation)
    {
        var retry = new Retry();
        var skipped = new SkippedFiles();
        var groups = new Dictionary<SeriesKey, SeriesGroup>();
        var patients = new Dictionary<(string PatientID, string Issuer), KnownValues>();
        var clock = new ProgressThrottle(listener);
        var bytes = 0L;
        var done = 0;
        foreach (var header in Workers.Run(files, workers, Read, cancellation))
        {
            bytes += header.Length;
            clock.Report(new RunProgress(++done, files.Count, bytes));
            if (header.Facts is null)
                skipped.Add(header.File, header.Error!, listener);
            else
                GroupOf(groups, patients, header.Facts).Add(header);
        }
        skipped.Report(listener);
        return groups.Values.Select(group => group.ToSeries()).ToArray();

        FileHeader Read(SourceFile file) => retry.Run(() => FileHeader.Read(file, cancellation), header => header.Error, cancellation);
    }

    private static SeriesGroup GroupOf(
        Dictionary<SeriesKey, SeriesGroup> groups,
        Dictionary<(string PatientID, string Issuer), KnownValues> patients,
        InstanceFacts facts)
    {
        var key = new SeriesKey(facts.PatientID, facts.IssuerOfPatientID, facts.StudyInstanceUID, facts.SeriesInstanceUID);
        if (groups.TryGetValue(key, out var group))
            return group;
        var patient = (facts.PatientID.Length > 0 ? facts.PatientID : facts.StudyInstanceUID, facts.IssuerOfPatientID);
        if (!patients.TryGetValue(patient, out var known))
            patients.Add(patient, known = new KnownValues());
        group = new SeriesGroup(facts, known);
        groups.Add(key, group);
        return group;
    }
}
