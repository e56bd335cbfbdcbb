using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Dictionary;

namespace Dams;

/// <summary>
/// Replacements of PatientID and PatientName, which name one patient and no rule for all: they become what is given for
/// the patient.
/// </summary>
public static class IdentityReplacements
{
    /// <summary>The replacements that are rules.</summary>
    /// <param name="replacements">New values by keyword or tag.</param>
    /// <param name="subjectID">Gets the new PatientID unless it is given already.</param>
    /// <param name="patientName">Gets the new PatientName unless it is given already.</param>
    public static IReadOnlyDictionary<string, string> Extract(
        IReadOnlyDictionary<string, string> replacements, ref string? subjectID, ref string? patientName)
    {
        subjectID ??= ValueOf(replacements, KnownTag.PatientID);
        patientName ??= ValueOf(replacements, KnownTag.PatientName);
        return replacements.Where(pair => !Is(pair.Key, KnownTag.PatientID) && !Is(pair.Key, KnownTag.PatientName))
            .ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    private static string? ValueOf(IReadOnlyDictionary<string, string> replacements, Tag tag) =>
        replacements.Where(pair => Is(pair.Key, tag)).Select(pair => pair.Value).FirstOrDefault();

    private static bool Is(string attribute, Tag tag) => DataDictionary.TryFind(attribute, out var found) && found == tag;
}
