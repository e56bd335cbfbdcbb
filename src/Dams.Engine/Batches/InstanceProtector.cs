using System;
using System.IO;
using System.Threading;
using Dams.Deidentification;
using Dams.Dicom;
using Dams.Dicom.Rewriting;

namespace Dams.Batches;

/// <summary>Takes one file at a time from its source to its place.</summary>
/// <remarks>Each worker has its own.</remarks>
internal sealed class InstanceProtector
{
    private readonly ProtectionOptions _options;
    private readonly OutputRegistry _outputs;
    private readonly InstanceDeidentifier _deidentifier;
    private readonly Pseudonyms _pseudonyms;
    private readonly InPlaceWriter? _inPlace;
    private readonly KeptNames? _names;

    public InstanceProtector(ProtectionOptions options, OutputRegistry outputs)
    {
        _options = options;
        _outputs = outputs;
        _deidentifier = new InstanceDeidentifier(options.Profile, options.Key);
        _pseudonyms = new Pseudonyms(options);
        _inPlace = options.InPlace ? new InPlaceWriter(options) : null;
        _names = options.InPlace || options.KeepStructure ? new KeptNames() : null;
    }

    /// <summary>Protects one file of a series.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped; nothing is left of the file.</exception>
    public FileOutcome Protect(SeriesJob job, int index, CancellationToken cancellation)
    {
        try
        {
            var source = job.Sources[index];
            var stamp = _inPlace is null ? default : FileStamp.Of(source.Path);
            using var file = DicomFile.Open(source.Path);
            var facts = InstanceFacts.Read(file);
            if (facts.PatientID != job.Series.PatientID || facts.IssuerOfPatientID != job.Series.IssuerOfPatientID)
                return AfterChange(job, index, cancellation);
            var identity = _pseudonyms.Make(job.Subject, job.Given, facts, job.Series.Known);
            var edits = _deidentifier.Deidentify(file, facts, identity, job.Series.Known);
            var outcome = _inPlace is null
                ? Write(job, index, file, facts, edits, cancellation)
                : Replace(job, index, stamp, file, facts, edits, cancellation);
            return outcome with { HasTellingName = _names?.AreTelling(source, job.Series.Known) ?? false };
        }
        catch (Exception e) when (SourceErrors.Translate(e) is { } error)
        {
            return new FileOutcome(job, index, null, 0, error);
        }
    }

    // Another run in place may have come first.
    private FileOutcome AfterChange(SeriesJob job, int index, CancellationToken cancellation)
    {
        var path = job.Sources[index].Path;
        if (_inPlace?.Wrote(path, cancellation) != true)
            throw Errors.PatientChanged();
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
                    _outputs.Claim(path, instanceUid, fingerprint) == OutputRegistry.Standing.SharesInstanceUid,
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Errors.UnwritableOutput(e);
        }
    }

    private FileOutcome Write(
        SeriesJob job, int index, DicomFile file, InstanceFacts facts, EditList edits, CancellationToken cancellation)
    {
        var instanceUid = _deidentifier.NewUid(KnownTag.SOPInstanceUID, facts.SOPInstanceUID);
        var folder = Path.Combine(_options.Destination, FolderOf(job, index, facts));
        try
        {
            using var target = TargetFile.Create(folder);
            var fingerprint = Splice.Write(file, edits, target.Stream, cancellation);
            var name = NameOf(job, index, facts, instanceUid, fingerprint);
            var standing = _outputs.Claim(Path.Combine(folder, name), instanceUid, fingerprint);
            var outcome = new FileOutcome(job, index, Path.Combine(folder, name), file.Source.Length, null)
            {
                BurnedInText = _deidentifier.BurnedInText,
            };
            switch (standing)
            {
                case OutputRegistry.Standing.NameTaken:
                    throw Errors.OutputNameTaken();
                case OutputRegistry.Standing.SameBytes:
                    return outcome with { IsRepeated = true };
                default:
                    target.Commit(name, _options.Force);
                    return outcome with { SharesInstanceUid = standing == OutputRegistry.Standing.SharesInstanceUid };
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Errors.UnwritableOutput(e);
        }
    }

    private string FolderOf(SeriesJob job, int index, InstanceFacts facts) => _options.KeepStructure
        ? Path.GetDirectoryName(RelativePath(job.Sources[index])) ?? ""
        : OutputNames.SeriesFolder(
            _options.Key,
            job.Subject,
            _pseudonyms.OutputDate(job.Subject, facts),
            facts,
            _deidentifier.NewUid(KnownTag.SeriesInstanceUID, facts.SeriesInstanceUID));

    private string NameOf(SeriesJob job, int index, InstanceFacts facts, string instanceUid, ulong fingerprint) =>
        _options.KeepStructure
            ? Path.GetFileName(job.Sources[index].Path)
            : OutputNames.FileName(_options.Key, facts, instanceUid, fingerprint);

    private static string RelativePath(SourceFile source) =>
        source.Root.Length > 0 && PathComparison.IsInside(source.Path, source.Root)
            ? source.Path.Substring(source.Root.Length).TrimStart(Path.DirectorySeparatorChar)
            : Path.GetFileName(source.Path);
}
