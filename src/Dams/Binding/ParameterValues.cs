using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>The new values that the parameters of a cmdlet give its patients: the same for all, or made of each object of the pipeline.</summary>
/// <param name="subjectID">What was bound to the parameter; null where nothing was.</param>
internal sealed class ParameterValues(object? subjectID = null, object? patientName = null, object? birthDate = null)
{
    private readonly GivenValue _subjectID = new(nameof(ProfileCommand.SubjectID), subjectID);
    private readonly GivenValue _patientName = new(nameof(ProfileCommand.PatientName), patientName);
    private readonly GivenValue _birthDate = new(nameof(ProfileCommand.PatientBirthDate), birthDate);

    /// <summary>Those that hold for every object.</summary>
    public GivenIdentity Fixed => new(_subjectID.Fixed, _patientName.Fixed, _birthDate.Fixed);

    /// <summary>Whether a parameter has a script block that makes a new value of each object.</summary>
    public bool HasScripts => _subjectID.IsScript || _patientName.IsScript || _birthDate.IsScript;

    /// <summary>Those that script blocks make of an object.</summary>
    /// <exception cref="DamsException">A script block failed or gave no value that can be used.</exception>
    public GivenIdentity FromScripts(PSObject item)
    {
        return new GivenIdentity(
            _subjectID.IsScript ? _subjectID.For(item, Text) : null,
            _patientName.IsScript ? _patientName.For(item, Text) : null,
            _birthDate.IsScript ? _birthDate.For(item, BirthDate.Read) : null);

        static string Text(object value) => LanguagePrimitives.ConvertTo<string>(value).Trim();
    }

    /// <summary>Those that properties give which somebody added to a series: its own PatientName and PatientBirthDate are the old ones.</summary>
    /// <exception cref="DamsException">A date cannot be used.</exception>
    public static GivenIdentity AddedTo(PSObject series) => new(
        Property(series, nameof(ProfileCommand.SubjectID), "subj", "Patient_ID"),
        Property(series, "Patient_Name", "Patient Name"),
        Property(series, "Date_of_Birth") is { } date ? BirthDate.Read(date) : null);

    private static string? Property(PSObject series, params string[] names) => names
        .Select(name => LanguagePrimitives.ConvertTo<string>(series.Properties[name]?.Value)).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}
