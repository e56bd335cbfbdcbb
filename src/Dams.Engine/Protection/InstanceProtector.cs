using System;
using System.IO;
using Dams.Deidentification;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Files;
using Dams.Identities;
using Dams.Protection.Destination;
using Dams.Protection.InPlace;
using Dams.Reporting;

namespace Dams.Protection;

/// <summary>Takes one file at a time from its source to its place.</summary>
/// <remarks>Each worker has its own.</remarks>
internal sealed class InstanceProtector
{
    private readonly RunContext _context;
    private readonly OutputRegistry _outputs;
    private readonly RunMarker? _marker;
    private readonly DestinationWriter? _destination;
    private readonly InstanceDeidentifier _deidentifier;
    private readonly Pseudonyms _pseudonyms;
    private readonly InPlaceWriter? _inPlace;
    private readonly FileNameCheck? _names;

    /// <param name="marker">Stands in the destination; null where files are replaced in place.</param>
    /// <param name="inPlace">Replaces files in place; null where they go to a destination.</param>
    public InstanceProtector(
        ProtectionOptions options, OutputRegistry outputs, RunMarker? marker, InPlaceWriter? inPlace, RunContext context)
    {
        _context = context;
        _outputs = outputs;
        _marker = marker;
        _deidentifier = new InstanceDeidentifier(options.Profile, options.Key, options.Recognizer);
        _pseudonyms = new Pseudonyms(options);
        _destination = marker is null ? null : new DestinationWriter(options, outputs, marker, _deidentifier, _pseudonyms);
        _inPlace = inPlace;
        _names = options.InPlace || options.KeepStructure ? new FileNameCheck() : null;
    }

    /// <summary>Protects one file of a series.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped; nothing is left of the file.</exception>
    public FileOutcome Protect(SeriesJob job, int index) =>
        _context.Retry.Run(() => TryProtect(job, index), outcome => outcome.Error, _context.Cancellation);

    private FileOutcome TryProtect(SeriesJob job, int index)
    {
        try
        {
            var source = job.Sources[index];
            var stamp = _inPlace is null ? default : FileStamp.Read(source.Path);
            using var file = source.Open(ReadScope.Whole, _context.Cancellation);
            var facts = InstanceFacts.Read(file);
            if (facts.PatientID != job.Series.PatientID || facts.IssuerOfPatientID != job.Series.IssuerOfPatientID)
                return HandleChangedPatient(job, index, file);
            var identity = _pseudonyms.Make(job.Subject, job.Given, facts, job.Series.Known);
            var instance = new OpenInstance(
                job, index, file, facts, () => _deidentifier.Deidentify(file, facts, identity, job.Series.Known), _context.Cancellation);
            var outcome = _inPlace is null ? Write(instance) : Replace(instance, stamp);
            return outcome with { HasIdentifyingName = _names?.Identifies(source, job.Series.Known) ?? false };
        }
        catch (Exception e) when (SourceErrors.Translate(e, job.Sources[index].Root) is { } error)
        {
            return new FileOutcome(job, index, null, 0, error);
        }
    }

    private FileOutcome Write(OpenInstance instance)
    {
        try
        {
            return _destination!.Write(instance);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw _marker!.Exists ? FileErrors.UnwritableOutput(e) : FileErrors.UnreachableDestination();
        }
    }

    // Another run in place may have come first.
    private FileOutcome HandleChangedPatient(SeriesJob job, int index, DicomFile file)
    {
        var path = job.Sources[index].Path;
        if (_inPlace?.HasWritten(path, file) != true)
            throw ProtectionErrors.PatientChanged();
        return new FileOutcome(job, index, path, new FileInfo(path).Length, null) { IsSkipped = true };
    }

    private FileOutcome Replace(OpenInstance instance, FileStamp stamp)
    {
        var path = instance.Source.Path;
        var deidentified = instance.Deidentify();
        try
        {
            var fingerprint = _inPlace!.Write(path, stamp, instance.File, deidentified.Edits, instance.Cancellation);
            var instanceUid = _deidentifier.NewUid(KnownTag.SOPInstanceUID, instance.Facts.SOPInstanceUID);
            return instance.ToOutcome(path, deidentified) with
            {
                Length = stamp.Length,
                SharesInstanceUid =
                    _outputs.Claim(path, instanceUid, fingerprint) == OutputRegistry.ClaimResult.SharesInstanceUid,
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.UnwritableOutput(e);
        }
    }
}
