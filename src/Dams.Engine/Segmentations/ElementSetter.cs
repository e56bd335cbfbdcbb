using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Dicom.Text;

namespace Dams.Segmentations;

/// <summary>Gives elements of characters new values, and leaves those that have them already.</summary>
internal static class ElementSetter
{
    /// <summary>Sets an element inside an item or the root; the characters are of the default repertoire.</summary>
    public static void Set(this EditList edits, DicomFile file, int container, Tag tag, Vr vr, string value)
    {
        var index = file.Dataset.Find(tag, container);
        if (index < 0)
            edits.Insert(container, tag, (buffer, form) => buffer.Write(form, tag, vr, value));
        else if (file.Values.Text(file.Dataset, index, vr) != value)
            edits.Replace(index, Encodings.Ascii.GetBytes(value), vr.Padding);
    }

    /// <summary>Removes an element inside an item or the root where it is.</summary>
    public static void RemoveIfThere(this EditList edits, DicomFile file, int container, Tag tag)
    {
        var index = file.Dataset.Find(tag, container);
        if (index >= 0)
            edits.Remove(index);
    }
}
