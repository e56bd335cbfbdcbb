using System;
using System.IO;
using System.Threading;
using Dams.Deidentification;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Files;
using Dams.Files.Fingerprints;
using Dams.Identities;

namespace Dams.Protection.Destination;

/// <summary>Writes files to the destination, or finds that an earlier run has written them.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class DestinationWriter
{
    private readonly ProtectionOptions _options;
    private readonly OutputRegistry _outputs;
    private readonly RunMarker _marker;
    private readonly InstanceDeidentifier _deidentifier;
    private readonly Pseudonyms _pseudonyms;
    private readonly OutputFolder _folder;

    public DestinationWriter(
        ProtectionOptions options, OutputRegistry outputs, RunMarker marker, InstanceDeidentifier deidentifier, Pseudonyms pseudonyms)
    {
        _options = options;
        _outputs = outputs;
        _marker = marker;
        _deidentifier = deidentifier;
        _pseudonyms = pseudonyms;
        _folder = new OutputFolder(readsNames: options.Resume);
    }

    /// <summary>Writes the output of one file unless it is there already.</summary>
    /// <param name="edit">Makes the edits; called once for each time that the file is read.</param>
    public FileOutcome Write(
        SeriesJob job, int index, DicomFile file, InstanceFacts facts, Func<EditList> edit, CancellationToken cancellation)
    {
        var folder = Path.Combine(_options.Destination, FolderOf(job, index, facts));
        _folder.Enter(folder);
        if (_folder.HadFile(_options.KeepStructure ? Path.GetFileName(job.Sources[index].Path) : OutputNames.NamePrefix(facts))
            && Find(job, index, file, facts, edit(), folder, cancellation) is { } found)
        {
            return found;
        }
        using var target = TargetFile.Create(folder, _marker);
        var edits = edit();
        var fingerprint = FileRewriter.Write(file, edits, target.Stream, cancellation);
        if (OutputVerifier.IsNeeded(file, edits))
        {
            target.Stream.Dispose();
            OutputVerifier.Verify(file, edits, target.PartialPath);
        }
        var path = Path.Combine(folder, NameOf(job, index, facts, fingerprint));
        return Claim(job, index, path, file, facts, fingerprint, () => Commit(target, path, cancellation));
    }

    /// <summary>The output of an earlier run, where it is what this run would write; else null.</summary>
    private FileOutcome? Find(
        SeriesJob job, int index, DicomFile file, InstanceFacts facts, EditList edits, string folder, CancellationToken cancellation)
    {
        // With -KeepStructure the name comes from the source and says nothing about the bytes.
        using var expected = new ExpectedOutput(edits, isWhole: _options.KeepStructure);
        var fingerprint = FileRewriter.Write(file, edits, expected, cancellation);
        var path = Path.Combine(folder, NameOf(job, index, facts, fingerprint));
        return expected.Matches(path, cancellation)
            ? Claim(job, index, path, file, facts, fingerprint, () => true)
            : null;
    }

    /// <param name="finish">Returns whether the output was there already.</param>
    private FileOutcome Claim(
        SeriesJob job, int index, string path, DicomFile file, InstanceFacts facts, ulong fingerprint, Func<bool> finish)
    {
        var instanceUid = _deidentifier.NewUid(KnownTag.SOPInstanceUID, facts.SOPInstanceUID);
        var outcome = new FileOutcome(job, index, path, file.Source.Length, null) { BurnedInText = _deidentifier.BurnedInText };
        var claim = _outputs.Claim(path, instanceUid, fingerprint);
        if (claim == OutputRegistry.ClaimResult.NameTaken)
            throw ProtectionErrors.OutputNameTaken();
        if (claim == OutputRegistry.ClaimResult.SameBytes)
            return outcome with { IsDuplicate = true };
        try
        {
            return outcome with
            {
                IsSkipped = finish(),
                SharesInstanceUid = claim == OutputRegistry.ClaimResult.SharesInstanceUid,
            };
        }
        catch
        {
            _outputs.Release(path);
            throw;
        }
    }

    private bool Commit(TargetFile target, string path, CancellationToken cancellation)
    {
        try
        {
            target.Commit(Path.GetFileName(path), _options.Force || _options.Resume);
            return false;
        }
        catch (DamsException e) when (e.Id == nameof(FileErrors.OutputExists) && IsWrittenByAnother(target, path, cancellation))
        {
            return true;
        }
    }

    // Another process may work on the same files. That does no harm: it writes the same bytes.
    private bool IsWrittenByAnother(TargetFile target, string path, CancellationToken cancellation) =>
        File.GetLastWriteTimeUtc(path) >= _marker.Started
        && FileFingerprint.Compute(path, long.MaxValue, cancellation) == FileFingerprint.Compute(target.PartialPath, long.MaxValue, cancellation);

    private string FolderOf(SeriesJob job, int index, InstanceFacts facts) => _options.KeepStructure
        ? Path.GetDirectoryName(RelativePath(job.Sources[index])) ?? ""
        : OutputNames.SeriesFolder(
            _options.Key,
            job.Subject,
            _pseudonyms.OutputDate(job.Subject, facts),
            facts,
            _deidentifier.NewUid(KnownTag.SeriesInstanceUID, facts.SeriesInstanceUID));

    private string NameOf(SeriesJob job, int index, InstanceFacts facts, ulong fingerprint) => _options.KeepStructure
        ? Path.GetFileName(job.Sources[index].Path)
        : OutputNames.FileName(
            _options.Key, facts, _deidentifier.NewUid(KnownTag.SOPInstanceUID, facts.SOPInstanceUID), fingerprint);

    private static string RelativePath(SourceFile source) =>
        source.Root.Length > 0 && PathComparison.IsInside(source.Path, source.Root)
            ? source.Path.Substring(source.Root.Length).TrimStart(Path.DirectorySeparatorChar)
            : Path.GetFileName(source.Path);
}
