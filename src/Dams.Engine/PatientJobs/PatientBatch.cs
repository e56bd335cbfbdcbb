using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Reading;
using Dams.Files;
using Dams.PatientJobs;
using Dams.Protection;
using Dams.Sidecars;
using Dams.Sources;

namespace Dams;

/// <summary>
/// The whole job, patient by patient: segmentations are repaired and linked, images and XML are protected, and the
/// subject map gets who is who.
/// </summary>
/// <remarks>
/// What changes in segmentations before they are protected waits in memory: nothing that identifies is written on the way. In place
/// it is written.
/// </remarks>
public sealed class PatientBatch
{
    // Bytes of the headers of one patient's segmentations that are kept until they are linked: those of some thousand masks.
    private const long MostHeld = 32 << 20;

    private readonly PatientBatchOptions _options;
    private readonly int _patients;
    private readonly RunContext _context;
    private int _done;
    private bool _isPrepared;

    /// <summary>What the batch has done so far.</summary>
    public RunSummary Summary { get; private set; } = RunSummary.Empty;

    /// <summary>Takes in the options.</summary>
    /// <param name="patients">Number of patients that will come.</param>
    /// <exception cref="DamsException">The options contradict each other.</exception>
    public PatientBatch(PatientBatchOptions options, int patients, RunContext context)
    {
        if (options.Protection.Backup is not null && !options.Protection.InPlace)
            throw ProtectionErrors.BackupWithoutInPlace();
        _options = options;
        _patients = patients;
        _context = context;
    }

    /// <summary>Does the job for one patient.</summary>
    /// <exception cref="DamsException">The options cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it; no file is half written.</exception>
    public PatientResult Run(PlannedPatient patient)
    {
        var listener = new PatientListener(_context.Listener, patient.Entry, _done++, _patients);
        var context = _context with { Listener = listener };
        if (patient.Error is { } error)
            return Refuse(patient, error);
        if (_options.Protection.ExportMap is { } map && !_isPrepared)
            SubjectMap.EnsureWritable(map, context.Cancellation);
        _isPrepared = true;
        var found = SourceFiles.List(patient.Folders, context);
        found.Report(context.Listener);
        var originals = _options.Protection.InPlace ? PatientOriginals.Prepare(found, _options.Protection, context) : null;
        var budget = new HeaderBudget(MostHeld);
        Func<SourceFile, DicomFile, InstanceHeader> read = originals is null ? (source, file) => InstanceHeader.ReadForRepairInMemory(source, file, budget) : originals.Read;
        var folder = PatientFolder.Read(found.Files, read, context).WithSeries(patient.Series);
        if (originals?.Complete() is { } unsaved)
            return Refuse(patient, unsaved);
        var before = originals?.FindProtected() ?? [];
        var sidecars = new SidecarReader();
        var segmentations = PatientSegmentations.Create(folder, sidecars, _options, before, context);
        // XML stands beside the images as they are in the source; in place these were repaired.
        var xml = ProtectXml(folder.Xml, sidecars, _options.Protection.InPlace ? segmentations.Instances : folder.Instances, patient.Given, segmentations.Repaired, before, context);
        var series = Protect(segmentations.Instances, patient.Given, before, context);
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
            series)
        {
            Entry = $"{patient}",
        };
    }

    private PatientResult Refuse(PlannedPatient patient, DamsException error)
    {
        _context.Listener.Fail(new FileFailure(patient.Entry, patient.Folders.Count > 0 ? patient.Folders[0] : "", error));
        return new PatientResult(patient.Rows, "", "", 0, 0, 0, 0, 0, 1, "", error.Message, []) { Entry = $"{patient}" };
    }

    private List<ProtectedSeries> Protect(
        IReadOnlyList<InstanceHeader> instances, GivenIdentity given, HashSet<SourceFile> before, RunContext context)
    {
        var results = new List<ProtectedSeries>();
        using var run = new ProtectionRun(_options.Protection with { Backup = null }, context) { ProtectedBefore = before };
        try
        {
            var found = SeriesIndex.Group(instances);
            run.Expect(found);
            foreach (var series in found)
                results.AddRange(run.Add(series, given));
            results.AddRange(run.Complete());
        }
        catch
        {
            run.Stop();
            throw;
        }
        finally
        {
            Summary = Summary.Add(run.Summary);
        }
        return results;
    }

    private int ProtectXml(
        IReadOnlyList<SourceFile> xml,
        SidecarReader sidecars,
        IReadOnlyList<InstanceHeader> instances,
        GivenIdentity given,
        IReadOnlyList<RepairedSeries> repaired,
        HashSet<SourceFile> before,
        RunContext context)
    {
        if (xml.Count == 0)
            return 0;
        var protection = _options.Protection;
        var options = new XmlProtectionOptions(protection.InPlace ? null : protection.Destination, protection)
        {
            Repaired = repaired,
            Force = protection.Force || protection.Resume,
        };
        var run = new XmlProtectionRun(options, context);
        run.Expect(instances.Where(instance => !before.Contains(instance.File) && !instance.Facts.IsIdentityRemoved).Select(instance => instance.Facts.PatientID));
        return run.Protect(xml, sidecars, SeriesIndex.Group(instances), given).Count();
    }
}
