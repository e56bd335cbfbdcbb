using System.Management.Automation;

namespace Dams.Commands;

/// <summary>What a row of a list says of a patient.</summary>
internal static class PatientRow
{
    /// <summary>The new values that the row gives; those of parameters win.</summary>
    /// <exception cref="DamsException">One cannot be read.</exception>
    public static GivenIdentity ReadIdentity(GivenIdentity parameters, PSObject row)
    {
        var values = new RowValues(row);
        return new GivenIdentity(
            parameters.SubjectID ?? values.Text("subjectid", "patientid", "subj"),
            parameters.PatientName ?? values.Text("patientname"),
            parameters.PatientBirthDate ?? BirthDate(values));
    }

    private static string? BirthDate(RowValues values) =>
        DicomDateTransformationAttribute.TryConvert(values.Value("patientbirthdate", "dateofbirth"), out var date)
            ? date
            : throw SubjectErrors.InvalidBirthDate();
}
