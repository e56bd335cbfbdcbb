using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Cleaning;
using Dams.Dicom.Dictionary;
using Dams.Files;
using Dams.Identities;
using Dams.Subjects;

namespace Dams.Sidecars;

/// <summary>Finds out of which patient an XML file is: the one that it names, the one of the images beside it, or both.</summary>
internal sealed class SidecarPatients
{
    private readonly SubjectResolver _resolver;
    private readonly Pseudonyms _pseudonyms;
    private readonly ILookup<PatientIdentity, DicomSeries> _series;
    private readonly IReadOnlyList<XmlFacts> _files;
    private readonly PatientsByFolder<PatientIdentity> _images = new();
    private readonly PatientsByFolder<string> _texts = new();

    // The files of a recording are mostly of one patient of whom the same is known.
    private readonly Dictionary<(PatientIdentity Patient, GivenIdentity Given, string Files), SidecarPatient> _found = [];

    public SidecarPatients(
        XmlProtectionOptions options, SubjectResolver resolver, IReadOnlyList<DicomSeries> series, IReadOnlyList<XmlFacts> files)
    {
        _resolver = resolver;
        _pseudonyms = new Pseudonyms(options);
        _series = series.ToLookup(_resolver.IdentityOf);
        _files = files;
        foreach (var one in series)
        {
            foreach (var folder in one.Files.Select(file => Path.GetDirectoryName(file)!).Distinct())
                _images.Add(folder, _resolver.IdentityOf(one));
        }
        foreach (var file in files)
        {
            foreach (var id in file.PatientIDs)
                _texts.Add(file.Folder, id);
        }
    }

    /// <summary>The patient of a file.</summary>
    /// <exception cref="DamsException">Nobody can say who it is, or what is given cannot be.</exception>
    public SidecarPatient Find(XmlFacts file, GivenIdentity given)
    {
        var root = file.File.Root.Length > 0 ? file.File.Root : file.Folder;
        var patient = Identify(file, root, given.SubjectID);
        if (file.PatientIDs.Contains(given.SubjectID ?? ""))
            throw IdentityErrors.GivenValueIsPatients(KnownTag.PatientID);
        var files = FilesOf(patient, file).ToArray();
        var key = (patient, given, string.Join(",", files.Select(one => one.File.Number)));
        if (!_found.TryGetValue(key, out var found))
            _found.Add(key, found = Find(patient, given, files));
        return found;
    }

    private SidecarPatient Find(PatientIdentity patient, GivenIdentity given, XmlFacts[] files)
    {
        var subject = _resolver.Resolve(patient, given);
        var name = _pseudonyms.NameOf(subject, given, OutputDateOf(patient, subject));
        var known = KnownOf(patient, subject, files);
        // What the patient is called stands among the values that are known.
        var own = new SourceIdentity(patient.PatientID == subject ? "" : patient.PatientID, "", "", IsRemoved: false);
        OwnValues.Refuse(given.SubjectID, _pseudonyms.AreNamesGiven(given) ? name : null, own, known);
        return new SidecarPatient(
            new NewIdentity(subject, name, given.PatientBirthDate),
            known,
            new HashSet<string>(_series[patient].SelectMany(one => new[] { one.SeriesInstanceUID, one.StudyInstanceUID, one.FrameOfReferenceUID })));
    }

    private PatientIdentity Identify(XmlFacts file, string root, string? subject)
    {
        var near = _images.Nearest(file.Folder, root);
        // Planning systems leave PatientID out of masks: those say nothing where others say something.
        var images = near.Any(patient => patient.HasPatientID) ? near.Where(patient => patient.HasPatientID).ToArray() : [.. near];
        IReadOnlyCollection<string> named = file.PatientIDs.Count > 0 ? file.PatientIDs : images.Length == 0 ? _texts.Nearest(file.Folder, root) : [];
        if (named.Count == 0)
            return images.Length == 1 ? images[0] : FallBackToGiven(images, subject, SidecarErrors.UnknownXmlPatient());
        if (named.Count > 1)
            return FallBackToGiven(images, subject, SidecarErrors.UnknownXmlPatient());
        var own = new PatientIdentity(named.First(), "", "");
        var same = images.Where(patient => patient.PatientID == own.PatientID).ToArray();
        if (same.Length == 1)
            return same[0];
        // Images that were protected already have the subject that the name leads to.
        if (images.All(patient => !patient.HasPatientID || patient.PatientID == (subject ?? _resolver.SubjectOf(own))))
            return own;
        return FallBackToGiven(images, subject, same.Length > 1 ? SidecarErrors.UnknownXmlPatient() : SidecarErrors.OtherXmlPatient());
    }

    /// <summary>The patient where the user gives the subject id and so says who it is.</summary>
    private static PatientIdentity FallBackToGiven(IReadOnlyList<PatientIdentity> images, string? subject, DamsException error)
    {
        if (subject is null || images.Count > 1)
            throw error;
        return images.Count == 1 ? images[0] : PatientIdentity.Unknown;
    }

    // A recording has one day; of several, the first. Of images that were protected already it is that of the output.
    private string OutputDateOf(PatientIdentity patient, string subject)
    {
        var first = _series[patient].Where(series => series.CTDate.Length > 0).OrderBy(series => series.CTDate, StringComparer.Ordinal).FirstOrDefault();
        return first is null ? "" : first.IsIdentityRemoved ? first.CTDate : _pseudonyms.OutputDate(subject, first.CTDate);
    }

    /// <summary>A file, and those that name the same patient or lie in the same folder.</summary>
    private IEnumerable<XmlFacts> FilesOf(PatientIdentity patient, XmlFacts file) => _files.Where(other => other == file
        || other.PatientIDs.Contains(patient.PatientID) || (other.PatientIDs.Count == 0 && PathComparison.Comparer.Equals(other.Folder, file.Folder)));

    /// <summary>What the patient's images and some files hold.</summary>
    private KnownValues KnownOf(PatientIdentity patient, string subject, XmlFacts[] files)
    {
        var known = new KnownValues();
        if (patient.PatientID != subject)
        {
            foreach (var series in _series[patient])
                AddSeries(known, series);
        }
        foreach (var file in files)
            known.Add(file.Known.Where(value => value.Text != subject));
        return known;
    }

    private static void AddSeries(KnownValues known, DicomSeries series)
    {
        if (series.Known is not null)
            known.Add(series.Known);
        known.Add(
        [
            new KnownValue(KnownValueKind.Name, series.PatientName),
            new KnownValue(KnownValueKind.Identifier, series.PatientID),
            new KnownValue(KnownValueKind.BirthDate, series.PatientBirthDate),
        ]);
    }
}
