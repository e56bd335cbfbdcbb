using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Auditing;
using Dams.Cleaning;
using Dams.Core;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Files;
using Dams.Reporting;
using Dams.Sources;

namespace Dams;

/// <summary>Looks through protected folders for what should not be there any more.</summary>
/// <remarks>Memory for each worker: a window of 256 KiB, the places of a file's elements, and its longest text.</remarks>
public sealed class Audit
{
    private static readonly (string ElementPath, IdentifierKind Kind, string Rule)[] Unread = [("", IdentifierKind.Unchecked, AuditRule.Unread)];

    private readonly ReferenceValues _reference = new();
    private readonly RunContext _context;
    private readonly SortedDictionary<IdentifierKind, int> _found = [];
    private int _files, _originals;

    /// <summary>Takes in who hears of it; nothing is read before the first path comes.</summary>
    public Audit(RunContext context) => _context = context;

    /// <summary>What the audit has looked at so far, and how much it has found.</summary>
    public AuditSummary Summary => new(_files, _originals, new Dictionary<IdentifierKind, int>(_found));

    /// <summary>Takes in a subject map: none of its MRNs may be found.</summary>
    /// <exception cref="DamsException">It has none.</exception>
    public void AddReference(SubjectMap map)
    {
        if (map.Entries.All(entry => entry.MRN.Length == 0))
            throw AuditErrors.EmptySubjectMap();
        _reference.Add(map);
    }

    /// <summary>Takes in originals: none of their names, numbers and UIDs may be found.</summary>
    /// <exception cref="DamsException">A path holds no original.</exception>
    public void AddReference(IReadOnlyList<string> originals)
    {
        for (var i = 0; i < originals.Count; i++)
        {
            if (!Directory.Exists(originals[i]) && !File.Exists(originals[i]))
                throw AuditErrors.NoOriginals(i + 1);
        }
        var empty = originals.Select((path, i) => (Number: i + 1, Path: RealPath.Resolve(Path.GetFullPath(path)))).ToList();
        var unread = new SkippedFiles();
        foreach (var scanned in HeaderScan.Read(SourceFiles.Find(originals, _context), Original.Read, _context))
        {
            if (scanned.Header is not { } original)
            {
                unread.Add(scanned.File, scanned.Error!, _context.Listener);
                continue;
            }
            _originals++;
            if (empty.Count > 0 && RealPath.Resolve(scanned.File.Path) is var place)
                empty.RemoveAll(given => PathComparison.IsInside(place, given.Path));
            _reference.Add(original.PatientID, original.Known);
            _reference.AddIdentities(original.PatientID, original.Identities);
            _reference.AddUids(original.Uids);
        }
        if (empty.Count > 0)
            throw AuditErrors.NoOriginals(empty[0].Number);
    }

    /// <summary>Searches files and folders, and returns the findings in the order of their paths.</summary>
    /// <exception cref="DamsException">The paths hold no file.</exception>
    public IEnumerable<IdentifierFinding> Find(IReadOnlyList<string> paths)
    {
        var clock = new ProgressThrottle(_context.Listener);
        var files = SourceFiles.Find(paths, _context);
        if (files.Count == 0)
            throw AuditErrors.NothingToAudit();
        foreach (var findings in Workers.Run(files, _context.WorkersFor(files[0].Path), Find, _context.Cancellation))
        {
            clock.Report(new RunProgress(++_files, files.Count, 0) { Phase = RunPhase.Auditing });
            foreach (var finding in findings)
            {
                _found[finding.Kind] = _found.TryGetValue(finding.Kind, out var count) ? count + 1 : 1;
                yield return finding;
            }
        }
    }

    private List<IdentifierFinding> Find(SourceFile source)
    {
        try
        {
            return Search(source);
        }
        catch (Exception e) when (e is RegexMatchTimeoutException || SourceErrors.Translate(e) is not null)
        {
            // What was not read or searched to its end may hold anything.
            var texts = new TextAudit(_reference, _reference.All, allowsDates: true);
            return ToFindings(source, texts, Unread);
        }
    }

    private List<IdentifierFinding> Search(SourceFile source)
    {
        try
        {
            using var file = DicomFile.Open(source.Path, cancellation: _context.Cancellation);
            var options = DeclaredOptions.Read(file);
            var subject = file.Values.Text(KnownTag.PatientID);
            var known = _reference.ForSubject(subject).WithoutKept(options.Contains);
            var texts = new TextAudit(_reference, known, AllowsDates(file), options.Contains(ProfileOption.RetainUIDs), options.Contains(ProfileOption.RetainInstitutionIdentity), _reference.IdentitiesOf(subject));
            return ToFindings(source, texts, new InstanceAudit(file, texts).Find());
        }
        catch (DamsException e) when (e.Id == nameof(DicomErrors.NotDicom))
        {
            var document = SidecarText.Read(source.Path);
            // A birth date belongs to one patient: it can be searched where the text names the patient, or where there is only one.
            var texts = new TextAudit(_reference, document is null ? _reference.All : _reference.ForSubject(document.Subject), allowsDates: true, own: _reference.IdentitiesOf(document?.Subject ?? ""));
            return ToFindings(source, texts, document?.Find(texts).Select(found => (found.ElementPath, found.Kind, AuditRule.KnownValue)) ?? Unread);
        }
    }

    /// <summary>Dates may stand where the file says that they were kept or moved (0028,0303).</summary>
    private static bool AllowsDates(DicomFile file) =>
        file.Values.Text(KnownTag.LongitudinalTemporalInformationModified) is "UNMODIFIED" or "MODIFIED";

    private static List<IdentifierFinding> ToFindings(
        SourceFile source, TextAudit texts, IEnumerable<(string ElementPath, IdentifierKind Kind, string Rule)> found)
    {
        var path = texts.Mask(source.Path);
        var relative = source.Root.Length > 0 ? source.Path.Substring(source.Root.Length) : Path.GetFileName(source.Path);
        return
        [
            .. texts.FindKnown(relative).Select(kind => new IdentifierFinding(path, "", kind) { Rule = AuditRule.KnownValue }),
            .. found.Select(finding => new IdentifierFinding(path, finding.ElementPath, finding.Kind) { Rule = finding.Rule }),
        ];
    }

    /// <summary>What none of an original may stay.</summary>
    private sealed record Original(
        string PatientID, IReadOnlyList<(string PatientID, string PatientName)> Identities, IReadOnlyList<KnownValue> Known, IReadOnlyList<string> Uids)
    {
        public static Original Read(SourceFile _, DicomFile file)
        {
            var facts = InstanceFacts.Read(file);
            return new(facts.PatientID, OriginalIdentities.Read(file, facts), KnownValueReader.Read(file), OriginalUids.Read(file));
        }
    }
}
