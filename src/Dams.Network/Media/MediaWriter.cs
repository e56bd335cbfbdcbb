using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using Dams.Dicom.Reading;
using Dams.Files;
using Dams.Network.Sending;
using Dams.Reporting;
using Dams.Sources;
using FellowOakDicom;
using FellowOakDicom.Media;

namespace Dams.Network.Media;

/// <summary>
/// Copies instances to a folder and lists them in its DICOMDIR (PS3.3 annex F, PS3.10 section 8): the copies are the files byte
/// for byte, the list is fo-dicom's.
/// </summary>
internal sealed class MediaWriter(string folder, bool allowsIdentified, RunContext context)
{
    private const string DirectoryName = "DICOMDIR", ImageFolder = "DICOM";

    private readonly DicomDirectory _directory = new();
    private readonly Dictionary<string, int> _patients = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Patient, string Uid), int> _studies = [];
    private readonly Dictionary<(int Study, string Uid), (int Number, int Count)> _series = [];
    private readonly HashSet<string> _instances = new(StringComparer.Ordinal);

    /// <summary>Writes it. What cannot be listed is reported and left out.</summary>
    /// <exception cref="DamsException">The folder holds one already, or cannot be written to.</exception>
    public MediaDirectory Write(IReadOnlyList<(SourceFile File, bool IsProtected)> files)
    {
        var root = Path.GetFullPath(folder);
        if (File.Exists(Path.Combine(root, DirectoryName)) || Directory.Exists(Path.Combine(root, ImageFolder)))
            throw NetworkErrors.DirectoryThere();
        var clock = new ProgressThrottle(context.Listener);
        var skipped = new SkippedFiles();
        var (done, failed) = (0, 0);
        foreach (var (source, isProtected) in files)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            try
            {
                Add(root, source, isProtected);
            }
            catch (Exception e) when (SourceErrors.Translate(e) is { } error)
            {
                failed += error.Id is nameof(DicomErrors.NotDicom) or nameof(DicomErrors.DicomDirectory) ? 0 : 1;
                skipped.Add(source, error, context.Listener);
            }
            clock.Report(new RunProgress(++done, files.Count, 0));
        }
        skipped.Report(context.Listener);
        if (_instances.Count > 0)
            Save(root);
        return new MediaDirectory(root, _patients.Count, _series.Count, _instances.Count, failed);
    }

    private void Add(string root, SourceFile source, bool isProtected)
    {
        var facts = Check(source, isProtected);
        if (!_instances.Add(facts.SOPInstanceUID))
            throw NetworkErrors.NotListable("another of the same SOP Instance UID is listed");
        try
        {
            var listed = Open(source.Path);
            var place = PlaceOf(facts);
            var target = Path.Combine([root, .. place.Names]);
            using (var copy = TargetFile.Create(Path.GetDirectoryName(target)!))
            {
                using (var original = RegularFile.OpenRead(source.Path))
                    original.CopyTo(copy.Stream);
                copy.Commit(Path.GetFileName(target), replace: false);
            }
            _directory.AddFile(listed, string.Join('\\', place.Names));
        }
        catch
        {
            _instances.Remove(facts.SOPInstanceUID);
            throw;
        }
    }

    // Dams' own reader first: a file that ends other readers' processes does not come to them.
    private InstanceFacts Check(SourceFile source, bool isProtected)
    {
        using var file = DicomFileOf(source, context.Cancellation);
        InstanceReader.CheckKind(file.Dataset);
        var facts = InstanceFacts.Read(file);
        if (!isProtected && !allowsIdentified && !InstanceReader.IsProtected(file, facts))
            throw NetworkErrors.NotProtected();
        if (!file.HasPrefix)
            throw NetworkErrors.NotListable("it has no preamble and file meta information");
        return facts.SOPInstanceUID.Length > 0 && facts.SeriesInstanceUID.Length > 0 && facts.StudyInstanceUID.Length > 0
            ? facts
            : throw NetworkErrors.NotListable("it lacks the UID of its study, its series or its own");
    }

    private static Dams.Dicom.Reading.DicomFile DicomFileOf(SourceFile source, CancellationToken cancellation) =>
        Dams.Dicom.Reading.DicomFile.Open(source.Path, ReadScope.Structure, cancellation);

    private static FellowOakDicom.DicomFile Open(string path)
    {
        try
        {
            return FellowOakDicom.DicomFile.Open(path, FileReadOption.SkipLargeTags);
        }
        catch (Exception e) when (e is DicomException or DicomFileException)
        {
            throw NetworkErrors.NotListable("fo-dicom cannot read it");
        }
    }

    private MediaFile PlaceOf(InstanceFacts facts)
    {
        var patient = Number(_patients, facts.PatientID);
        var study = Number(_studies, (patient, facts.StudyInstanceUID));
        var (series, count) = _series.TryGetValue((study, facts.SeriesInstanceUID), out var known) ? known : (_series.Count + 1, 0);
        _series[(study, facts.SeriesInstanceUID)] = (series, count + 1);
        return new MediaFile(patient, study, series, count + 1);
    }

    private void Save(string root)
    {
        try
        {
            using var file = TargetFile.Create(root);
            _directory.Save(file.Stream);
            file.Commit(DirectoryName, replace: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.UnwritableDestination(root, e);
        }
    }

    private static int Number<T>(Dictionary<T, int> numbers, T key)
        where T : notnull
    {
        if (!numbers.TryGetValue(key, out var number))
            numbers.Add(key, number = numbers.Count + 1);
        return number;
    }
}
