using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dams.Files;
using Dams.PatientJobs;
using Dams.Protection.InPlace;

namespace Dams;

/// <summary>
/// The whole job, patient by patient: segmentations are repaired and linked, images and XML are protected, and the
/// subject map gets who is who.
/// </summary>
/// <remarks>
/// Segmentations wait in a private folder of the system's temporary files, with the identifiers of the patient; it is
/// removed when the patient is done. What a process that is killed leaves of it, the next one removes.
/// </remarks>
public sealed class PatientBatch
{
    private readonly PatientBatchOptions _options;
    private readonly int _patients;
    private readonly IRunListener _listener;
    private readonly CancellationToken _cancellation;
    private int _done;
    private bool _isPrepared;

    /// <summary>What the batch has done so far.</summary>
    public RunSummary Summary { get; private set; } = RunSummary.Empty;

    /// <summary>Takes in the options.</summary>
    /// <param name="patients">Number of patients that will come.</param>
    /// <exception cref="DamsException">The options contradict each other.</exception>
    public PatientBatch(PatientBatchOptions options, int patients, IRunListener listener, CancellationToken cancellation)
    {
        if (options.Protection.Backup is not null && !options.Protection.InPlace)
            throw ProtectionErrors.BackupWithoutInPlace();
        _options = options;
        _patients = patients;
        _listener = listener;
        _cancellation = cancellation;
    }

    /// <summary>Does the job for one patient.</summary>
    /// <exception cref="DamsException">The options cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it; no file is half written.</exception>
    public PatientResult Run(PlannedPatient patient)
    {
        var listener = new PatientListener(_listener, patient.Rows[0], _done++, _patients);
        if (patient.Error is { } error)
            return Refuse(patient, error);
        if (_options.Protection.ExportMap is { } map && !_isPrepared)
            SubjectMap.EnsureWritable(map, _cancellation);
        _isPrepared = true;
        var files = SourceFiles.Find(patient.Folders, listener, _cancellation);
        IReadOnlyList<SourceFile> before;
        try
        {
            before = _options.Protection.InPlace
                ? [.. files.Except(InPlaceFilter.SelectUnprotected(files, _options.Protection, _cancellation))]
                : [];
            // Repair and XML come before the run that would keep each file's original.
            if (_options.Protection.Backup is { } backup)
                new OriginalBackup(backup).SaveAll([.. files.Except(before)], isFirst: before.Count == 0, _cancellation);
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File)
        {
            return Refuse(patient, e);
        }
        using var staging = _options.Protection.InPlace ? null : new StagingFolder(listener);
        var segmentations = new StagedSegmentations(_options, patient.Folders, files, listener, _cancellation);
        segmentations.RepairAndLink(staging?.Path, before);
        // In place, images say whose they are only until they are protected.
        var xml = files.Any(file => file.IsXml) ? ProtectXml(patient, segmentations.Repaired, listener) : 0;
        var series = Protect(patient, segmentations.Files(staging?.Path), listener);
        var output = series.SelectMany(one => one.Files).ToArray();
        return new PatientResult(
            patient.Rows,
            series.Select(one => one.Subject).FirstOrDefault() ?? "",
            series.Select(one => one.PatientID).FirstOrDefault() ?? "",
            series.Count(one => one.InstanceCount > 0),
            output.Length,
            segmentations.Repaired.Count,
            segmentations.LinkedCount,
            xml,
            listener.FailedCount,
            CommonFolder.Find(output),
            string.Join("; ", segmentations.Problems),
            series);
    }

    private PatientResult Refuse(PlannedPatient patient, DamsException error)
    {
        _listener.Fail(new FileFailure($"Row {patient.Rows[0]}", patient.Folders.Count > 0 ? patient.Folders[0] : "", error));
        return new PatientResult(patient.Rows, "", "", 0, 0, 0, 0, 0, 1, "", error.Message, []);
    }

    private List<ProtectedSeries> Protect(PlannedPatient patient, IReadOnlyList<SourceFile> files, IRunListener listener)
    {
        var results = new List<ProtectedSeries>();
        using var run = new ProtectionRun(_options.Protection with { Backup = null }, listener, _cancellation);
        try
        {
            var found = SeriesIndex.Read(files, _options.Protection.Workers, listener, _cancellation);
            run.Expect(found);
            foreach (var series in found)
                results.AddRange(run.Add(series, patient.Given));
            results.AddRange(run.Complete());
        }
        catch
        {
            run.Stop();
            throw;
        }
        Summary = Summary.Add(run.Summary);
        return results;
    }

    private int ProtectXml(PlannedPatient patient, IReadOnlyList<RepairedSeries> repaired, IRunListener listener)
    {
        var protection = _options.Protection;
        var options = new XmlProtectionOptions(protection.InPlace ? null : protection.Destination, protection.Profile, protection.Key)
        {
            Repaired = repaired,
            SubjectMap = protection.SubjectMap,
            SubjectPrefix = protection.SubjectPrefix,
            IgnoreIssuer = protection.IgnoreIssuer,
            KeepStructure = protection.KeepStructure,
            Force = protection.Force || protection.Resume,
        };
        var series = SidecarIndex.Read(patient.Folders, protection.Workers, listener, _cancellation);
        return new XmlProtectionRun(options, listener, _cancellation).Protect(patient.Folders, series, patient.Given).Count();
    }
}
