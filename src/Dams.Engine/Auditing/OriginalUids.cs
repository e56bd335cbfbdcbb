using System.Collections.Generic;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Profiles;

namespace Dams.Auditing;

/// <summary>Reads the UIDs of an instance that belong to its patient: of studies, series, instances, not of classes.</summary>
internal static class OriginalUids
{
    public static IReadOnlyList<string> Read(DicomFile file)
    {
        var uids = new List<string>();
        for (var i = 0; i < file.Dataset.Count; i++)
        {
            file.Source.Cancellation.ThrowIfCancellationRequested();
            ref readonly var element = ref file.Dataset[i];
            if (element.IsItem || ValueReader.VrOf(element) != Vr.UI || ClassUidAttributes.Contains(element.Tag))
                continue;
            foreach (var uid in file.Values.Texts(file.Dataset, i))
            {
                if (uid.Length > 0 && !RegisteredUids.Contains(uid))
                    uids.Add(uid);
            }
        }
        return uids;
    }
}
