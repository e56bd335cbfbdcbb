using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Files.Fingerprints;
using Dams.Segmentations.Lookup;
using Dams.Sources;

namespace Dams;

/// <summary>
/// The series in some folders and what the segmentations among them refer to, from the headers of the files: pixel data
/// are not read, and neither folders nor names are asked.
/// </summary>
/// <remarks>Memory: the path of each file and 16 bytes for its instance UID.</remarks>
public sealed class SegmentationIndex
{
    private readonly List<IndexedSeries> _series = [];
    private readonly Dictionary<(string Uid, string PatientID, bool IsSegmentation), IndexedSeries> _byKey = [];
    private readonly Dictionary<string, List<IndexedSeries>> _byUid = [];
    private readonly Dictionary<string, List<IndexedSeries>> _byPartner = [];
    private readonly Dictionary<ulong, IndexedSeries> _byInstance = [];

    // The PatientID of each study; empty where it has several.
    private readonly Dictionary<string, string> _patientOfStudy = [];

    private SegmentationIndex()
    {
    }

    /// <summary>Reads the headers, and returns what each segmentation refers to, in the order in which they are found.</summary>
    /// <param name="paths">Folders and files: the segmentations and what they belong to.</param>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static IReadOnlyList<SegmentationReference> Read(
        IReadOnlyList<string> paths, RunContext context)
    {
        var index = new SegmentationIndex();
        // Planning logs travel with the images and are no instances.
        var files = SourceFiles.Find(paths, context).Where(file => !file.IsXml).ToArray();
        foreach (var instance in HeaderScan.ReadInstances(files, InstanceHeader.Read, context))
            index.Add(instance);
        index.IndexPartners();
        var resolver = new ReferenceResolver(index);
        return [.. index._series.Where(series => series.IsSegmentation).Select(resolver.Resolve)];
    }

    /// <summary>The segmentations that name a series as their partner.</summary>
    internal IReadOnlyList<IndexedSeries> PartnersOf(IndexedSeries series) =>
        _byPartner.TryGetValue(series.Uid, out var partners) ? partners : [];

    /// <summary>The series that has an instance; null where it is not here.</summary>
    internal IndexedSeries? FindByInstance(ulong instance) => _byInstance.TryGetValue(instance, out var series) ? series : null;

    /// <summary>The series with a UID, of the same patient where several patients have it; null where it is not here.</summary>
    internal IndexedSeries? Find(string uid, IndexedSeries from, bool isSegmentation)
    {
        if (!_byUid.TryGetValue(uid, out var all))
            return null;
        var found = all.Where(series => series.IsSegmentation == isSegmentation).ToArray();
        return found.FirstOrDefault(series => PatientOf(series) == PatientOf(from)) ?? (found.Length == 1 ? found[0] : null);
    }

    /// <summary>Whose a series is: its PatientID, else that of its study; empty where neither says so.</summary>
    internal string PatientOf(IndexedSeries series) =>
        series.PatientID.Length > 0 ? series.PatientID
        : _patientOfStudy.TryGetValue(series.StudyUid, out var patient) ? patient
        : "";

    private void Add(InstanceHeader instance)
    {
        var facts = instance.Facts;
        if (facts.SeriesInstanceUID.Length == 0)
            return;
        var key = (facts.SeriesInstanceUID, facts.PatientID, instance.CallsItselfSegmentation);
        if (!_byKey.TryGetValue(key, out var series))
        {
            series = new IndexedSeries(instance);
            _byKey.Add(key, series);
            _series.Add(series);
            AddTo(_byUid, series.Uid, series);
            AddPatient(series);
        }
        series.Add(instance);
        var uid = Fingerprint.Compute(facts.SOPInstanceUID);
        if (!_byInstance.ContainsKey(uid))
            _byInstance.Add(uid, series);
    }

    private void AddPatient(IndexedSeries series)
    {
        if (series.PatientID.Length == 0 || series.StudyUid.Length == 0)
            return;
        _patientOfStudy[series.StudyUid] =
            _patientOfStudy.TryGetValue(series.StudyUid, out var known) && known != series.PatientID ? "" : series.PatientID;
    }

    private void IndexPartners()
    {
        foreach (var series in _series)
        {
            foreach (var uid in series.References.PartnerSeries)
                AddTo(_byPartner, uid, series);
        }
    }

    private static void AddTo(Dictionary<string, List<IndexedSeries>> lists, string uid, IndexedSeries series)
    {
        if (!lists.TryGetValue(uid, out var list))
            lists.Add(uid, list = []);
        list.Add(series);
    }
}
