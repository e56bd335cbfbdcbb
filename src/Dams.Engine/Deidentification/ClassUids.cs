using System;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Text;

namespace Dams.Deidentification;

/// <summary>
/// UIDs where those of classes, contexts and coding schemes belong. One of an instance does not stay there: one that this file
/// has elsewhere, one made of a UUID (PS3.5 section B.2), where nobody names classes so, one with the number of the patient, or one with the long
/// numbers of devices and moments of which programs make the UIDs of instances. What is no UID does not stay either.
/// </summary>
internal static class ClassUids
{
    private const string OfUuid = "2.25.", OfStandard = "1.2.840.10008.";

    // A class has one long component at most: the number of the organization that defines it (1.2.840.113619.4.26).
    private const int LongComponent = 6, LongestComponent = 8;

    // A shorter number of a patient is that of many organizations and classes too.
    private const int ShortestOfPatient = 5;

    // The one private transfer syntax that files of a maker have (GE).
    private const string OfMaker = "1.2.840.113619.5.";

    public static void Clean(DeidentificationContext context, int index)
    {
        var tag = context.Tree[index].Tag;
        if (context.Profile.Has(ProfileOption.RetainUIDs) || context.Tree[index].ValueLength > ReadLimits.SearchedLength)
            return;
        var uids = context.File.Values.Text(context.Tree, index, Vr.UI).Split('\\');
        var isChanged = false;
        for (var i = 0; i < uids.Length; i++)
        {
            var uid = uids[i].Trim(' ', '\0');
            if (uid.Length > 0 && (!TransferSyntax.IsUid(uid) || (tag != KnownTag.SOPClassUID && (MayBeOfInstance(tag, uid) || HoldsNumberOfPatient(context, uid))) || IsOfInstance(context, uid)))
            {
                uids[i] = context.MapUid(uid);
                isChanged |= uids[i] != uid;
            }
        }
        if (isChanged)
            context.Edits.Replace(index, Encodings.Latin1.GetBytes(string.Join("\\", uids)), Vr.UI.Padding);
    }

    /// <summary>Whether a UID cannot be that of a class or a syntax. What the file itself is of the file meta information says too, so that it stays.</summary>
    private static bool MayBeOfInstance(Tag tag, string uid) => !RegisteredUids.Contains(uid)
        && (uid.StartsWith(OfUuid, StringComparison.Ordinal) || uid.StartsWith(OfStandard, StringComparison.Ordinal)
            || HasNumbersOfInstance(uid)
            || (DataDictionary.KeywordOf(tag) is { } keyword && keyword.Contains("TransferSyntax") && !uid.StartsWith(OfMaker, StringComparison.Ordinal)));

    private static bool HasNumbersOfInstance(string uid)
    {
        var components = uid.Split('.');
        return Array.Exists(components, component => component.Length > LongestComponent)
            || Array.FindAll(components, component => component.Length >= LongComponent).Length > 1;
    }

    private static bool HoldsNumberOfPatient(DeidentificationContext context, string uid) => !RegisteredUids.Contains(uid)
        && Array.Exists(uid.Split('.'), component => component.Length >= ShortestOfPatient && context.Cleaner.Texts.IsKnownNumber(component));

    private static bool IsOfInstance(DeidentificationContext context, string uid) =>
        !RegisteredUids.Contains(uid) && context.InstanceUids.Contains(uid);
}
