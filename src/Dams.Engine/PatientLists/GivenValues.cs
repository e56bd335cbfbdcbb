using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Identities;
using Dams.Subjects;

namespace Dams.PatientLists;

/// <summary>Checks the values of a row against the instances in its folders, and makes the new values of them.</summary>
internal static class GivenValues
{
    /// <summary>The new values.</summary>
    /// <param name="own">How the instances call the patient.</param>
    /// <exception cref="DamsException">A value cannot be used.</exception>
    public static GivenIdentity Resolve(PatientListRow row, IReadOnlyCollection<SourceIdentity> own, int? idWidth)
    {
        if (row.MRN is { } mrn && own.Count > 0 && !own.Any(identity => mrn.Matches(identity.PatientID)))
            throw PatientListErrors.IDFitsNoFolder();
        var given = new GivenIdentity(SubjectOf(row, own, idWidth), row.PatientName, row.BirthDate);
        foreach (var identity in own)
            OwnValues.Refuse(given.SubjectID, given.PatientName, identity, more: null);
        return given;
    }

    private static string? SubjectOf(PatientListRow row, IReadOnlyCollection<SourceIdentity> own, int? idWidth)
    {
        if (row.Subject is not { } subject)
            return null;
        if (!subject.IsNumber)
            return subject.Text;
        // The pseudonym of an earlier run may be given again; it then shows how the number is written.
        foreach (var identity in own.Where(identity => subject.Matches(identity.PatientID)))
            return identity.IsRemoved ? identity.PatientID : throw IdentityErrors.GivenValueIsPatients(KnownTag.PatientID);
        if (idWidth is not { } width)
            throw PatientListErrors.NumericID();
        return subject.Text.Length > width ? throw PatientListErrors.LongerThanIdWidth(width) : subject.Text.PadLeft(width, '0');
    }
}
