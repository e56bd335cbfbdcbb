using System;
using System.IO;
using System.Threading;
using Dams.Deidentification;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
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
    private readonly ProtectionOptions _options;
    private readonly OutputRegistry _outputs;
    private readonly RunMarker? _marker;
    private readonly DestinationWriter? _destination;
    private readonly InstanceDeidentifier _deidentifier;
    private readonly Pseudonyms _pseudonyms;
    private readonly InPlaceWriter? _inPlace;
    private readonly FileNameCheck? _names;

    /// <param name="marker">Stands in the destination; null where files are replaced in place.</param>
    public InstanceProtector(ProtectionOptions options, OutputRegistry outputs, RunMarker? marker)
    {
        _options = options;
        _outputs = outputs;
        _marker = marker;
        _deidentifier = new InstanceDeidentifier(options.Profile, options.Key);
        _pseudonyms = new Pseudonyms(options, options.PatientNameFormat);
        _destination = marker is null ? null : new DestinationWriter(options, outputs, marker, _deidentifier, _pseudonyms);
        _inPlace = options.InPlace ? new InPlaceWriter(options) : null;
        _names = options.InPlace || options.KeepStructure ? new FileNameCheck() : null;
    }

    /// <summary>Protects one file of a series.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped; nothing is left of the file.</exception>
    public FileOutcome Protect(SeriesJob job, int index, CancellationToken cancellation) =>
        _options.Retry.Run(() => TryProtect(job, index, cancellation), outcome => outcome.Error, cancellation);

    private FileOutcome TryProtect(SeriesJob job, int index, CancellationToken cancellation)
    {
        try
        {
            var source = job.Sources[index];
            var stamp = _inPlace is null ? default : FileStamp.Read(source.Path);
            using var file = DicomFile.Open(source.Path, cancellation: cancellation);
            var facts = InstanceFacts.Read(file);
            if (facts.PatientID != job.Series.PatientID || facts.IssuerOfPatientID != job.Series.IssuerOfPatientID)
                return HandleChangedPatient(job, index, cancellation);
            var identity = _pseudonyms.Make(job.Subject, job.Given, facts, job.Series.Known);
            var outcome = _inPlace is null
                ? Write(job, index, file, facts, Edit, cancellation)
                : Replace(job, index, stamp, file, facts, Edit(), cancellation);
            return outcome with { HasIdentifyingName = _names?.Identifies(source, job.Series.Known) ?? false };

            EditList Edit() => _deidentifier.Deidentify(file, facts, identity, job.Series.Known);
        }
        catch (Exception e) when (SourceErrors.Translate(e, job.Sources[index].Root) is { } error)
        {
            return new FileOutcome(job, index, null, 0, error);
        }
    }

    private FileOutcome Write(
        SeriesJob job, int index, DicomFile file, InstanceFacts facts, Func<EditList> edit, CancellationToken cancellation)
    {
        try
        {
            return _destination!.Write(job, index, file, facts, edit, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw _marker!.Exists ? FileErrors.UnwritableOutput(e) : FileErrors.UnreachableDestination();
        }
    }

    // Another run in place may have come first.
    private FileOutcome HandleChangedPatient(SeriesJob job, int index, CancellationToken cancellation)
    {
        var path = job.Sources[index].Path;
        if (_inPlace?.HasWritten(path, cancellation) != true)
            throw ProtectionErrors.PatientChanged();
        return new FileOutcome(job, index, path, new FileInfo(path).Length, null) { IsSkipped = true };
    }

    private FileOutcome Replace(
        SeriesJob job, int index, FileStamp stamp, DicomFile file, InstanceFacts facts, EditList edits, CancellationToken cancellation)
    {
        var path = job.Sources[index].Path;
        try
        {
            var fingerprint = _inPlace!.Write(path, stamp, file, edits, cancellation);
            var instanceUid = _deidentifier.NewUid(KnownTag.SOPInstanceUID, facts.SOPInstanceUID);
            return new FileOutcome(job, index, path, stamp.Length, null)
            {
                BurnedInText = _deidentifier.BurnedInText,
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
