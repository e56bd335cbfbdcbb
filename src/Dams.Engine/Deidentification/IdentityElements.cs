using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Subjects;

namespace Dams.Deidentification;

/// <summary>The attributes that carry the pseudonym.</summary>
internal static class IdentityElements
{
    /// <summary>The new value of an attribute that carries the pseudonym; null for any other.</summary>
    public static string? NewValue(Tag tag, NewIdentity identity)
    {
        if (tag == KnownTag.PatientName)
            return identity.PatientName;
        if (tag == KnownTag.PatientID)
            return identity.Subject;
        return tag == KnownTag.PatientBirthDate ? identity.PatientBirthDate : null;
    }

    /// <summary>Gives an instance that lacks them PatientName and PatientID, which every IOD wants (PS3.3 section C.7.1.1).</summary>
    /// <exception cref="DamsException">The character set of the file cannot write them.</exception>
    public static void AddMissing(DicomFile file, EditList edits, NewIdentity identity)
    {
        foreach (var tag in new[] { KnownTag.PatientName, KnownTag.PatientID })
        {
            if (file.Dataset.Find(tag) >= 0)
                continue;
            if (!file.Values.CharacterSetOf(file.Dataset, ElementTree.Root).TryEncode(NewValue(tag, identity)!, out var bytes))
                throw DeidentificationErrors.NotInCharacterSet(tag);
            edits.Insert(ElementTree.Root, tag, (buffer, form) => buffer.Write(form, tag, DataDictionary.VrOf(tag), bytes));
        }
    }
}
