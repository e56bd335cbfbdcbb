using System;
using System.Collections.Generic;

namespace Dams.Identities;

/// <summary>Decides which subject the patient of each series of a run is, and warns where the source contradicts itself.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class PatientRegistry
{
    private readonly SubjectResolver _resolver;
    private readonly IdentityConflicts _conflicts = new();
    private readonly HashSet<string> _ownBirthDates = new(StringComparer.Ordinal);

    /// <exception cref="DamsException">The format of new names names a place that there is not.</exception>
    public PatientRegistry(IdentityOptions options) => _resolver = new SubjectResolver(options);

    /// <summary>Takes in series that are to come, so that no value of their patients is given to others before.</summary>
    public void Expect(IEnumerable<DicomSeries> series) => _resolver.Know(series);

    /// <summary>Tells whom the subject map does not know.</summary>
    public void ReportUnmapped(IRunListener listener) => _resolver.ReportUnmapped(listener);

    /// <summary>The subject of the instances of a series.</summary>
    /// <param name="given">What the user gives for the patient.</param>
    /// <exception cref="DamsException">The series cannot have what is given.</exception>
    public string Assign(DicomSeries series, GivenIdentity given, IRunListener listener)
    {
        var patient = _resolver.IdentityOf(series);
        _resolver.RefuseLentValue(series);
        _resolver.Know([series]);
        var subject = _resolver.Resolve(patient, given);
        _conflicts.Check(series, patient, subject, listener);
        // Of the first of January the year alone may be known, and that is what is kept of a birth date anyway.
        if (given.PatientBirthDate is { } birthDate && !series.IsIdentityRemoved && OwnValues.HasBirthDate(birthDate, [series.PatientBirthDate])
            && _ownBirthDates.Add(subject))
        {
            listener.Warn(Warnings.OwnBirthDate(subject));
        }
        return subject;
    }
}
