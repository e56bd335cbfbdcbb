using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Files;

namespace Dams.Segmentations.Lookup;

/// <summary>A series while its files are found.</summary>
internal sealed class IndexedSeries
{
    private readonly List<(int Number, string Path)> _files = [];

    public IndexedSeries(string uid, string patientId, bool isSegmentation)
    {
        Uid = uid;
        PatientID = patientId;
        IsSegmentation = isSegmentation;
    }

    public string Uid { get; }

    public string PatientID { get; }

    public bool IsSegmentation { get; }

    /// <summary>What its instances refer to; read of segmentations alone.</summary>
    public StoredReferences References { get; } = new();

    /// <summary>Its files, in the order of their instance numbers.</summary>
    public IReadOnlyList<string> Files =>
        _files.OrderBy(file => file.Number).ThenBy(file => file.Path, NaturalOrder.Instance).Select(file => file.Path).ToArray();

    /// <summary>Its file, or the folder that holds its files.</summary>
    public string Path => _files.Count == 1 ? _files[0].Path : CommonFolder.Find([.. _files.Select(file => file.Path)]);

    public void Add(string path, string instanceNumber, StoredReferences? references)
    {
        _files.Add((int.TryParse(instanceNumber, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0, path));
        if (references is not null)
            References.Add(references);
    }
}
