namespace Dams.Segmentations;

/// <summary>The tags that lead from a segmentation to what it belongs to, and those of its geometry.</summary>
internal static class SegmentationTag
{
    public static readonly Tag
        ReferencedSeriesSequence = new(0x00081115),
        ReferencedImageSequence = new(0x00081140),
        ReferencedInstanceSequence = new(0x0008114A),
        ReferencedSOPClassUID = new(0x00081150),
        ReferencedSOPInstanceUID = new(0x00081155),
        StudiesContainingOtherReferencedInstancesSequence = new(0x00081200),
        RelatedSeriesSequence = new(0x00081250),
        DerivationDescription = new(0x00082111),
        SourceImageSequence = new(0x00082112),
        DerivationImageSequence = new(0x00089124),
        DerivationCodeSequence = new(0x00089215),
        ImagePositionPatient = new(0x00200032),
        ImageOrientationPatient = new(0x00200037),
        SliceLocation = new(0x00201041),
        PlanePositionSequence = new(0x00209113),
        PlaneOrientationSequence = new(0x00209116),
        PixelSpacing = new(0x00280030),
        SpatialLocationsPreserved = new(0x0028135A),
        PurposeOfReferenceCodeSequence = new(0x0040A170),
        SegmentationType = new(0x00620001),
        SegmentSequence = new(0x00620002),
        SegmentedPropertyCategoryCodeSequence = new(0x00620003),
        SegmentNumber = new(0x00620004),
        SegmentLabel = new(0x00620005),
        SegmentAlgorithmType = new(0x00620008),
        ReferencedSegmentNumber = new(0x0062000B),
        SegmentedPropertyTypeCodeSequence = new(0x0062000F),
        TrackingID = new(0x00620020),
        TrackingUID = new(0x00620021),
        SharedFunctionalGroupsSequence = new(0x52009229),
        PerFrameFunctionalGroupsSequence = new(0x52009230);
}
