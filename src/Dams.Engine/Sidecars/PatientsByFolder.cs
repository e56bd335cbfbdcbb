using System;
using System.Collections.Generic;
using System.IO;
using Dams.Files;

namespace Dams.Sidecars;

/// <summary>Which patients occur in which folders and below them.</summary>
internal sealed class PatientsByFolder<T>
{
    private readonly Dictionary<string, HashSet<T>> _patients = new(PathComparison.Comparer);

    /// <summary>Takes in a patient of whom something lies in a folder.</summary>
    public void Add(string folder, T patient)
    {
        for (var place = folder; !string.IsNullOrEmpty(place); place = Path.GetDirectoryName(place))
        {
            if (!_patients.TryGetValue(place, out var patients))
                _patients.Add(place, patients = []);
            if (!patients.Add(patient))
                return;
        }
    }

    /// <summary>The patients of the nearest folder, from one up to another, that has any.</summary>
    public IReadOnlyCollection<T> Nearest(string folder, string root)
    {
        for (var place = folder; !string.IsNullOrEmpty(place); place = Path.GetDirectoryName(place))
        {
            if (_patients.TryGetValue(place, out var patients))
                return patients;
            if (PathComparison.Comparer.Equals(place, root))
                break;
        }
        return Array.Empty<T>();
    }
}
