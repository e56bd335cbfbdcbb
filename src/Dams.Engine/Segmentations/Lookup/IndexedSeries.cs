using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Files;
using Dams.Sources;
using Dams.Sources.References;

namespace Dams.Segmentations.Lookup;

/// <summary>A series while its files are found.</summary>
internal sealed class IndexedSeries
{
    private readonly List<(int Number, string Path)> _files = [];

    /// <param name="first">The first of its instances.</param>
    public IndexedSeries(InstanceHeader first)
    {
        Uid = first.Facts.SeriesInstanceUID;
        StudyUid = first.Facts.StudyInstanceUID;
        PatientID = first.Facts.PatientID;
        FrameOfReferenceUid = first.FrameOfReferenceUID;
        IsSegmentation = first.CallsItselfSegmentation;
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

    public void Add(InstanceHeader instance)
    {
        _files.Add((int.TryParse(instance.Facts.InstanceNumber, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0, instance.File.Path));
        if (IsSegmentation && instance.References is { } references)
            References.Add(references);
    }
}
