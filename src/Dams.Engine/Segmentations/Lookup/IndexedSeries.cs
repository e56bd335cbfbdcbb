using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Files;
using Dams.Sources.References;

namespace Dams.Segmentations.Lookup;

/// <summary>A series while its files are found.</summary>
internal sealed class IndexedSeries
{
    private readonly List<(int Number, string Path)> _files = [];

    /// <param name="first">The first of its instances.</param>
    public IndexedSeries(IndexedInstance first)
    {
        Uid = first.SeriesUid;
        StudyUid = first.StudyUid;
        PatientID = first.PatientID;
        FrameOfReferenceUid = first.FrameOfReferenceUid;
        IsSegmentation = first.References is not null;
    }

    public string Uid { get; }

    public string StudyUid { get; }

    public string PatientID { get; }

    public string FrameOfReferenceUid { get; }

    public bool IsSegmentation { get; }

    /// <summary>What its instances refer to; read of segmentations alone.</summary>
    public StoredReferences References { get; } = new();

    /// <summary>Its files, in the order of their instance numbers.</summary>
    public IReadOnlyList<string> Files =>
        _files.OrderBy(file => file.Number).ThenBy(file => file.Path, NaturalOrder.Instance).Select(file => file.Path).ToArray();

    /// <summary>Its file, or the folder that holds its files.</summary>
    public string Path => _files.Count == 1 ? _files[0].Path : CommonFolder.Find([.. _files.Select(file => file.Path)]);

    public void Add(IndexedInstance instance)
    {
        _files.Add((int.TryParse(instance.InstanceNumber, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0, instance.Path));
        if (instance.References is { } references)
            References.Add(references);
    }
}
