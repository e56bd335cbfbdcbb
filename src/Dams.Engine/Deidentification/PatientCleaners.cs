using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning;
using Dams.Dicom.Reading;
using Dams.Subjects;

namespace Dams.Deidentification;

/// <summary>Makes the cleaner for a file, and keeps it for the next one of the same patient.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class PatientCleaners
{
    private readonly Profile _profile;
    private readonly UidMap _uids;
    private readonly TextRecognizer? _recognizer;
    private readonly KnownValueMemory _memory = new();
    private (KnownValues Patient, int Count, string Subject, PatientCleaner Cleaner)? _last;

    // Those of the last file whose values the last cleaner has.
    private IReadOnlyList<KnownValue>? _lastOwn;

    public PatientCleaners(Profile profile, UidMap uids, TextRecognizer? recognizer)
    {
        _recognizer = recognizer;
        _profile = profile;
        _uids = uids;
    }

    /// <summary>The cleaner for a file.</summary>
    /// <param name="patient">The identifying values of other instances of the patient; null where none are known.</param>
    /// <param name="shift">How the patient's dates are moved, where the profile moves them.</param>
    public PatientCleaner For(DicomFile file, KnownValues? patient, string subject, Func<DateShift> shift)
    {
        var last = _last is { } kept && kept.Patient == patient && kept.Count == patient.Count && kept.Subject == subject ? kept.Cleaner : null;
        var own = _memory.Read(file);
        if (last is not null && own == _lastOwn)
            return last;
        var isWhole = patient is not null && own.All(patient.Contains);
        if (last is null || !isWhole)
        {
            last = Make(own, patient, shift);
            _last = isWhole ? (patient!, patient!.Count, subject, last) : null;
        }
        _lastOwn = own;
        return last;
    }

    private PatientCleaner Make(IReadOnlyList<KnownValue> own, KnownValues? patient, Func<DateShift> shift)
    {
        var known = new KnownValues();
        known.Add(own);
        if (patient is not null)
            known.Add(patient);
        known = known.WithoutKept(_profile.Has);
        var mapUid = _profile.Has(ProfileOption.RetainUIDs) ? (Func<string, string>?)null : _uids.Map;
        return new PatientCleaner(
            new TextCleaner(
                known,
                _profile.ShiftsDates ? shift() : null,
                _profile.KeepsDates,
                mapUid,
                _profile.Has(ProfileOption.RetainInstitutionIdentity),
                _profile.Has(ProfileOption.RetainDeviceIdentity),
                recognizer: _recognizer),
            known);
    }
}
