using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning;
using Dams.Identities;

namespace Dams.Auditing;

/// <summary>The values of the originals that must not be found in the output: those of each patient, and those of all.</summary>
/// <remarks>Filled by one thread; then safe for several.</remarks>
internal sealed class ReferenceValues
{
    private readonly Dictionary<string, KnownValues> _patients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<(string PatientID, string PatientName)>> _identities = new(StringComparer.Ordinal);
    private readonly HashSet<string> _uids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _birthDates = new(StringComparer.Ordinal);

    /// <summary>How the patients of all originals are numbered and called.</summary>
    public IdentityValues Identities { get; } = new();

    /// <summary>The values of all originals without dates, since several patients may share a date.</summary>
    public KnownValues All { get; } = new();

    /// <summary>Takes in a subject map: its MRNs, and which subject is which patient.</summary>
    public void Add(SubjectMap map)
    {
        foreach (var entry in map.Entries)
        {
            if (!_subjects.TryGetValue(entry.Subj, out var patients))
                _subjects.Add(entry.Subj, patients = []);
            patients.Add(entry.MRN);
            AddIdentities(entry.MRN, [(entry.MRN, "")]);
            Add(entry.MRN, [new KnownValue(KnownValueKind.Identifier, entry.MRN), new KnownValue(KnownValueKind.Date, entry.CT_date)]);
        }
    }

    /// <summary>Takes in what an original holds.</summary>
    public void Add(string patientID, IReadOnlyList<KnownValue> values)
    {
        if (!_patients.TryGetValue(patientID, out var known))
            _patients.Add(patientID, known = new KnownValues());
        known.Add(values);
        _birthDates.UnionWith(values.Where(value => value.Kind == KnownValueKind.BirthDate).Select(value => value.Text));
        All.Add(values.Where(value => value.Kind is not (KnownValueKind.Date or KnownValueKind.BirthDate)));
    }

    /// <summary>Takes in how an original numbers and calls its patient.</summary>
    public void AddIdentities(string patientID, IEnumerable<(string PatientID, string PatientName)> identities)
    {
        if (!_identities.TryGetValue(patientID, out var seen))
            _identities.Add(patientID, seen = []);
        foreach (var identity in identities.Where(seen.Add))
            Identities.Add(identity.PatientID, identity.PatientName);
    }

    /// <summary>Takes in the UIDs of an original.</summary>
    public void AddUids(IEnumerable<string> uids) => _uids.UnionWith(uids);

    /// <summary>Whether an original has a UID.</summary>
    public bool HasUid(string uid) => _uids.Contains(uid);

    /// <summary>Whether a day, as YYYYMMDD, is the birth date of any patient.</summary>
    public bool IsBirthDate(string day) => _birthDates.Contains(day);

    /// <summary>What must not be found in a file of a subject.</summary>
    public KnownValues ForSubject(string subject)
    {
        var known = new KnownValues();
        known.Add(All);
        foreach (var patient in PatientsOf(subject))
        {
            if (_patients.TryGetValue(patient, out var values))
                known.Add(values);
        }
        return known;
    }

    /// <summary>How the patient is numbered and called who a subject is; nothing where that is not known.</summary>
    public IdentityValues IdentitiesOf(string subject)
    {
        var own = new IdentityValues(isOfOne: true);
        foreach (var (id, name) in PatientsOf(subject).Where(_identities.ContainsKey).SelectMany(patient => _identities[patient]))
            own.Add(id, name);
        return own;
    }

    private IEnumerable<string> PatientsOf(string subject) =>
        _subjects.TryGetValue(subject, out var patients) ? patients : _patients.Count == 1 ? _patients.Keys : Enumerable.Empty<string>();
}
