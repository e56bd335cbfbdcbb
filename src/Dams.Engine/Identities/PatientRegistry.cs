namespace Dams.Identities;

/// <summary>Decides which subject the patient of each series of a run is, and warns where the source contradicts itself.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class PatientRegistry
{
    private readonly SubjectResolver _resolver;
    private readonly IdentityConflicts _conflicts = new();

    public PatientRegistry(IdentityOptions options) => _resolver = new SubjectResolver(options);

    /// <summary>The subject of the instances of a series.</summary>
    /// <param name="given">What the user gives for the patient.</param>
    /// <exception cref="DamsException">The series cannot have what is given.</exception>
    public string Assign(DicomSeries series, GivenIdentity given, IRunListener listener)
    {
        var patient = _resolver.IdentityOf(series);
        var subject = _resolver.Resolve(patient, given, _resolver.SubjectOf(patient));
        _conflicts.Check(series, patient, subject, listener);
        return subject;
    }
}
