using System;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Text;

namespace Dams.Deidentification;

/// <summary>
/// UIDs where those of classes, contexts and coding schemes belong. One of an instance does not stay there: one that this file
/// has elsewhere, or one made of a UUID (PS3.5 section B.2) where nobody names classes so. What is no UID does not stay either.
/// </summary>
internal static class ClassUids
{
    private const string OfUuid = "2.25.";

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
            // What a file is of the file meta information says too.
            if ((uid.Length > 0 && !TransferSyntax.IsUid(uid)) || (uid.StartsWith(OfUuid, StringComparison.Ordinal) && tag != KnownTag.SOPClassUID) || IsOfInstance(context, uid))
            {
                uids[i] = context.MapUid(uid);
                isChanged |= uids[i] != uid;
            }
        }
        if (isChanged)
            context.Edits.Replace(index, Encodings.Latin1.GetBytes(string.Join("\\", uids)), Vr.UI.Padding);
    }

    private static bool IsOfInstance(DeidentificationContext context, string uid) =>
        uid.Length > 0 && !RegisteredUids.Contains(uid) && context.InstanceUids.Contains(uid);
}
