using System;
using System.Buffers.Binary;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;

namespace Dams.Segmentations;

/// <summary>Builds the bytes before a dataset with another Media Storage SOP Instance UID and nothing else changed.</summary>
internal static class FileMetaPatch
{
    /// <summary>The bytes; null where the file has no file meta information or the UID already.</summary>
    public static byte[]? Build(DicomFile file, string instanceUid)
    {
        var meta = file.Meta;
        var index = meta.Find(KnownTag.MediaStorageSOPInstanceUID);
        if (meta.Count == 0 || (index >= 0 && file.Values.Text(meta, index) == instanceUid))
            return null;
        var fileMeta = new byte[file.DatasetOffset];
        file.Source.CopyTo(0, fileMeta);
        var (start, end) = index >= 0 ? (meta[index].Offset, meta[index].End) : PlaceIn(meta);
        var element = new ElementBuffer();
        element.Write(ElementForm.None, KnownTag.MediaStorageSOPInstanceUID, Vr.UI, instanceUid);
        byte[] patched = [.. fileMeta.Take((int)start), .. element.Written.ToArray(), .. fileMeta.Skip((int)end)];
        var group = meta.Find(KnownTag.FileMetaInformationGroupLength);
        if (group >= 0 && meta[group].ValueLength == sizeof(uint))
        {
            var growth = patched.Length - fileMeta.Length;
            BinaryPrimitives.WriteUInt32LittleEndian(
                patched.AsSpan((int)meta[group].ValueOffset), (uint)(meta.End - meta[group].End + growth));
        }
        return patched;
    }

    private static (long Start, long End) PlaceIn(ElementTree meta)
    {
        for (var i = 0; i < meta.Count; i = meta[i].Next)
        {
            if (meta[i].Tag.CompareTo(KnownTag.MediaStorageSOPInstanceUID) > 0)
                return (meta[i].Offset, meta[i].Offset);
        }
        return (meta.End, meta.End);
    }
}
