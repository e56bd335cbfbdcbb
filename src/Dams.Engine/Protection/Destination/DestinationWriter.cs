using System;
using System.IO;
using System.Threading;
using Dams.Deidentification;
using Dams.Dicom.Dictionary;
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
    public FileOutcome Write(OpenInstance instance)
    {
        var folder = Path.Combine(_options.Destination, FolderOf(instance));
        _folder.Enter(folder);
        if (_folder.HadFile(_options.KeepStructure ? Path.GetFileName(instance.Source.Path) : OutputNames.NamePrefix(instance.Facts))
            && Find(instance, folder) is { } found)
        {
            return found;
        }
        using var target = TargetFile.Create(folder, _marker);
        var deidentified = instance.Deidentify();
        var edits = deidentified.Edits;
        var fingerprint = FileRewriter.Write(instance.File, edits, target.Stream, instance.Cancellation);
        if (OutputVerifier.IsNeeded(instance.File, edits))
        {
            target.Stream.Dispose();
            OutputVerifier.Verify(instance.File, edits, target.PartialPath);
        }
        var path = Path.Combine(folder, NameOf(instance, fingerprint));
        return Claim(instance, instance.ToOutcome(path, deidentified), fingerprint, () => Commit(target, path, instance.Cancellation));
    }

    /// <summary>The output of an earlier run, where it is what this run would write; else null.</summary>
    private FileOutcome? Find(OpenInstance instance, string folder)
    {
        var deidentified = instance.Deidentify();
        // With -KeepStructure the name comes from the source and says nothing about the bytes.
        using var expected = new ExpectedOutput(deidentified.Edits, isWhole: _options.KeepStructure);
        var fingerprint = FileRewriter.Write(instance.File, deidentified.Edits, expected, instance.Cancellation);
        var path = Path.Combine(folder, NameOf(instance, fingerprint));
        return expected.Matches(path, instance.Cancellation)
            ? Claim(instance, instance.ToOutcome(path, deidentified), fingerprint, () => true)
            : null;
    }

    /// <param name="outcome">The outcome where no other file of the run has a claim to the place.</param>
    /// <param name="finish">Returns whether the output was there already.</param>
    private FileOutcome Claim(OpenInstance instance, FileOutcome outcome, ulong fingerprint, Func<bool> finish)
    {
        var path = outcome.Path!;
        var claim = _outputs.Claim(path, _deidentifier.NewUid(KnownTag.SOPInstanceUID, instance.Facts.SOPInstanceUID), fingerprint);
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

    private string FolderOf(OpenInstance instance) => _options.KeepStructure
        ? Path.GetDirectoryName(RelativePath(instance.Source)) ?? ""
        : OutputNames.SeriesFolder(
            _options.Key,
            instance.Job.Subject,
            _pseudonyms.OutputDate(instance.Job.Subject, instance.Facts.CTDate),
            instance.Facts,
            _deidentifier.NewUid(KnownTag.SeriesInstanceUID, instance.Facts.SeriesInstanceUID));

    private string NameOf(OpenInstance instance, ulong fingerprint) => _options.KeepStructure
        ? Path.GetFileName(instance.Source.Path)
        : OutputNames.FileName(
            _options.Key, instance.Facts, _deidentifier.NewUid(KnownTag.SOPInstanceUID, instance.Facts.SOPInstanceUID), fingerprint);

    private static string RelativePath(SourceFile source) =>
        source.Root.Length > 0 && PathComparison.IsInside(source.Path, source.Root)
            ? source.Path.Substring(source.Root.Length).TrimStart(Path.DirectorySeparatorChar)
            : Path.GetFileName(source.Path);
}
