using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Identities;
using Dams.Profiles.Recipes;
using Dams.Reporting;
using Dams.Sidecars;
using Dams.Sidecars.Plans;
using Dams.Sidecars.Xml;

namespace Dams;

/// <summary>Protects the XML files in some folders, one after the other.</summary>
/// <remarks>Memory: what each file says of its patient, and one file with its tree.</remarks>
public sealed class XmlProtectionRun
{
    private readonly XmlProtectionOptions _options;
    private readonly RunContext _context;
    private readonly SubjectResolver _resolver;
    private readonly RepairedSeriesMap _repaired;
    private readonly XmlOutput _output;
    private readonly IReadOnlyList<XmlRule> _rules;
    private readonly HashSet<string> _existing = new(StringComparer.Ordinal);
    private string _subject = "";

    /// <summary>Takes in the options. Nothing is written before the first file comes.</summary>
    /// <exception cref="DamsException">The recipe cannot be read, or holds what no recipe may.</exception>
    public XmlProtectionRun(XmlProtectionOptions options, RunContext context)
    {
        _options = options;
        _context = context;
        _resolver = new SubjectResolver(options);
        _repaired = new RepairedSeriesMap(options.Repaired);
        _output = new XmlOutput(options);
        _rules = [.. options.Profile.XmlRules, .. options.Recipe is null ? [] : RecipeReader.Read(options.Recipe).Xml];
    }

    /// <summary>Protects the XML files in some folders, at any depth; other files are left out.</summary>
    /// <param name="series">The images beside them.</param>
    /// <param name="given">New values that the user gives for the patient.</param>
    /// <exception cref="DamsException">The destination lies in a source folder.</exception>
    public IEnumerable<ProtectedXml> Protect(IReadOnlyList<string> paths, IReadOnlyList<DicomSeries> series, GivenIdentity given) =>
        Protect(SourceFiles.Find(paths, _context).Where(file => file.IsXml).ToArray(), new SidecarReader(), series, given);

    /// <summary>Takes in how images call their patients that are protected together with the XML for the first time: these are no subjects.</summary>
    internal void Expect(IEnumerable<string> patientIDs) => _resolver.KnowOriginals(patientIDs);

    /// <summary>Protects XML files that were found already.</summary>
    internal IEnumerable<ProtectedXml> Protect(
        IReadOnlyList<SourceFile> sources, SidecarReader reader, IReadOnlyList<DicomSeries> series, GivenIdentity given)
    {
        _output.RefuseInside(sources);
        var files = new List<XmlFacts>();
        foreach (var source in sources)
        {
            if (Try(source, () => reader.FactsOf(source)) is { } facts)
                files.Add(facts);
        }
        var patients = new SidecarPatients(_options, _resolver, series, files);
        var values = new Dictionary<SidecarPatient, XmlValues>();
        var renamed = 0;
        foreach (var file in files)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            if (Try(file.File, () => Protect(file, patients.Find(file, given), values)) is not { } result)
                continue;
            renamed += _options.Destination is null && result.Path != file.File.Path ? 1 : 0;
            yield return result;
        }
        if (renamed > 0)
            _context.Listener.Warn(Warnings.XmlRenamed(renamed));
    }

    private ProtectedXml Protect(XmlFacts file, SidecarPatient patient, Dictionary<SidecarPatient, XmlValues> known)
    {
        var source = XmlSource.Read(file.File.Path);
        _subject = patient.Identity.Subject;
        if (!known.TryGetValue(patient, out var values))
            known.Add(patient, values = new XmlValues(_options.Profile, _options.Key, patient, _repaired, _options.Recognizer));
        var edits = new XmlProtector(values, _rules).Protect(source, file.Folder);
        return new ProtectedXml(patient.Identity.Subject, file.File.Path, _output.Write(file.File, source, values, edits), edits.Count);
    }

    private T? Try<T>(SourceFile file, Func<T> action)
        where T : class
    {
        _context.Cancellation.ThrowIfCancellationRequested();
        try
        {
            return action();
        }
        catch (Exception e) when (SourceErrors.Translate(e) is { } error)
        {
            _context.Listener.Fail(FailureOf(file, error));
            return null;
        }
    }

    // A run over the output of another fails for every file, with one thing to do for all of a patient.
    private FileFailure FailureOf(SourceFile file, DamsException error)
    {
        var isOutput = error.Id == nameof(FileErrors.OutputExists);
        return new FileFailure(isOutput ? $"File {file.Number} of {_subject}" : $"File {file.Number}", file.Path, error)
        {
            IsRepeat = isOutput && !_existing.Add(_subject),
        };
    }
}
