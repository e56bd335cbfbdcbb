using System.Collections.Generic;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Auditing;

/// <summary>Reads how an original numbers and calls its patient, at any depth.</summary>
internal static class OriginalIdentities
{
    private static readonly Tag OtherPatientIDs = new(0x00101000);
    private static readonly Tag OtherPatientNames = new(0x00101001);
    private static readonly Tag ClinicalTrialSubjectID = new(0x00120040);

    /// <summary>Ids, each with an empty name, and names, each with an empty id; none of what was de-identified before.</summary>
    public static IReadOnlyList<(string PatientID, string PatientName)> Read(DicomFile file, InstanceFacts facts)
    {
        var identities = new List<(string, string)>();
        if (facts.IsIdentityRemoved)
            return identities;
        for (var i = 0; i < file.Dataset.Count; i++)
        {
            var tag = file.Dataset[i].Tag;
            var isID = tag == KnownTag.PatientID || tag == OtherPatientIDs;
            if (!isID && tag != KnownTag.PatientName && tag != OtherPatientNames)
                continue;
            foreach (var text in file.Values.Texts(file.Dataset, i))
                identities.Add(isID ? (text, "") : ("", text));
        }
        return identities;
    }

    /// <summary>Whether an element is for how a patient is numbered.</summary>
    public static bool AreNumbersIn(Tag tag) => tag == KnownTag.PatientID || tag == OtherPatientIDs || tag == ClinicalTrialSubjectID;
}
