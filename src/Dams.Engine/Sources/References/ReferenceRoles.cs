using System.Linq;
using Dams.Dicom;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Sources.References;

/// <summary>Finds out which references of a file Dams, or the original script, has written.</summary>
internal sealed class ReferenceRoles
{
    private readonly DicomFile _file;

    public ReferenceRoles(DicomFile file)
    {
        _file = file;
        IsLegacy = file.Dataset.Find(KnownTag.SegmentLabel) >= 0;
    }

    /// <summary>Whether the original script wrote them: it put the label at the root, where no SOP class has one.</summary>
    public bool IsLegacy { get; }

    /// <summary>Whether an item of SourceImageSequence or ReferencedImageSequence at the root has a purpose of ours.</summary>
    public bool IsOurs(int item, Code purpose) => purpose.OccursIn(_file, item, KnownTag.PurposeOfReferenceCodeSequence)
        || (IsLegacy && !_file.Items(item, KnownTag.PurposeOfReferenceCodeSequence).Any());
}
