namespace Dams.Dicom;

/// <summary>The tags that the engine's own logic names; rules name theirs in tables.</summary>
internal static class KnownTag
{
    public static readonly Tag
        FileMetaInformationGroupLength = new(0x00020000),
        FileMetaInformationVersion = new(0x00020001),
        MediaStorageSOPClassUID = new(0x00020002),
        MediaStorageSOPInstanceUID = new(0x00020003),
        TransferSyntaxUID = new(0x00020010),
        ImplementationClassUID = new(0x00020012),
        LengthToEnd = new(0x00080001),
        SpecificCharacterSet = new(0x00080005),
        SOPClassUID = new(0x00080016),
        SOPInstanceUID = new(0x00080018),
        StudyDate = new(0x00080020),
        SeriesDate = new(0x00080021),
        AcquisitionDate = new(0x00080022),
        ContentDate = new(0x00080023),
        AcquisitionDateTime = new(0x0008002A),
        Modality = new(0x00080060),
        StudyDescription = new(0x00081030),
        SeriesDescription = new(0x0008103E),
        PatientName = new(0x00100010),
        PatientID = new(0x00100020),
        IssuerOfPatientID = new(0x00100021),
        PatientBirthDate = new(0x00100030),
        PatientSex = new(0x00100040),
        PatientIdentityRemoved = new(0x00120062),
        DeidentificationMethod = new(0x00120063),
        DeidentificationMethodCodeSequence = new(0x00120064),
        SliceThickness = new(0x00180050),
        StudyInstanceUID = new(0x0020000D),
        SeriesInstanceUID = new(0x0020000E),
        SeriesNumber = new(0x00200011),
        InstanceNumber = new(0x00200013),
        FrameOfReferenceUID = new(0x00200052),
        LongitudinalTemporalInformationModified = new(0x00280303),
        ContentSequence = new(0x0040A730),
        PixelData = new(0x7FE00010);
}
