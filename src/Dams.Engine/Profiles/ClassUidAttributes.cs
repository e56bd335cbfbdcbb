using System.Collections.Generic;
using Dams.Dicom.Dictionary;

namespace Dams.Profiles;

/// <summary>
/// The attributes whose UIDs and addresses name a kind of thing (a SOP class, a transfer syntax, a coding scheme, a
/// release of software) and not a thing that belongs to a patient.
/// </summary>
internal static class ClassUidAttributes
{
    private static readonly HashSet<Tag> Tags = TagList.Load("class-uids.txt");

    public static bool Contains(Tag tag) => Tags.Contains(tag);
}
