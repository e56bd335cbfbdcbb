using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Dams.Subjects;

namespace Dams.Commands;

/// <summary>A row of a patient list as it comes through a pipeline.</summary>
internal sealed class PatientRow(PSObject row)
{
    /// <summary>The folders and files of the patient.</summary>
    public IReadOnlyList<string?> Paths => ValueOf("literalpath", "patientdirpaths", "fullname", "pspath", "lp", "path") is { } paths
        ? LanguagePrimitives.ConvertTo<string[]>(paths)
        : new string?[] { null };

    /// <summary>The new values that the row gives; those of parameters win.</summary>
    public GivenIdentity IdentityOver(GivenIdentity parameters) => new(
        parameters.SubjectID ?? TextOf("subjectid", "patientid", "subj"),
        parameters.PatientName ?? TextOf("patientname"),
        parameters.PatientBirthDate ?? BirthDate());

    private string? BirthDate()
    {
        var value = ValueOf("patientbirthdate", "dateofbirth");
        return DicomDateTransformationAttribute.TryConvert(value, out var date) ? date : throw Errors.InvalidBirthDate();
    }

    private string? TextOf(params string[] names) => LanguagePrimitives.ConvertTo<string>(ValueOf(names));

    private object? ValueOf(params string[] names) => row.Properties
        .FirstOrDefault(property => names.Contains(new string(property.Name.Where(char.IsLetter).ToArray()).ToLowerInvariant()))?.Value;
}
