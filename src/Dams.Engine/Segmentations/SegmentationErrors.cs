using System.Collections.Generic;
using static Dams.Core.ErrorFactory;

namespace Dams.Segmentations;

/// <summary>What is wrong with segmentations and their sources.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
internal static class SegmentationErrors
{
    public static DamsException NotSegmentation() => File(
        nameof(NotSegmentation),
        "Nothing here is known as a segmentation: neither by its SOP class, nor by its pixels, its ImageType or its folder.",
        "If it is one, say so with -Force; nothing was touched.");

    public static DamsException NoSeries(string expected) => File(
        nameof(NoSeries),
        $"No image was found for the {expected}.",
        "Give the folder or the files in which it lies.");

    public static DamsException SeveralSeries(string expected, int count) => File(
        nameof(SeveralSeries),
        $"{count} series were found for the {expected}.",
        "Give the files of one, or the object that Get-DicomSeries makes of it.");

    public static DamsException NoSourceFits() => File(
        nameof(NoSourceFits),
        "No series has the frame of reference and the slices of the segmentation.",
        "Give its source with -Source and without -Discover.");

    public static DamsException SeveralSourcesFit(int count) => File(
        nameof(SeveralSourcesFit),
        $"{count} series have the frame of reference and the slices of the segmentation.",
        "Give its source with -Source and without -Discover.");

    public static DamsException SourceNotHere() => File(
        nameof(SourceNotHere),
        "The series that the segmentation names as its source is not here.",
        "Look for it in more folders, or give another source with -Source and without -Discover.");

    public static DamsException OtherPatient(string expected) => File(
        nameof(OtherPatient),
        $"The {expected} of the segmentation is another patient's.",
        "Give one that has the PatientID of the segmentation, or correct the PatientID that is wrong.");

    public static DamsException SegmentationWithoutPixels() => File(
        nameof(SegmentationWithoutPixels),
        "A structure set or a surface segmentation is no image, and says itself what it was drawn on.",
        "Nothing is written into it; Get-SegmentationReference reads where it leads.");

    public static DamsException PartnerIsSource() => File(
        nameof(PartnerIsSource),
        "The series that was given as the partner is the source of the segmentation.",
        "Give the other segmentation of the lesion with -Partner, or leave it out.");

    public static DamsException SharedSeriesUid() => File(
        nameof(SharedSeriesUid),
        "The segmentation has the series UID of its source or its partner, so that no reference can tell them apart.",
        "Repair it with Repair-SegmentationSeries first.");

    public static DamsException NotLinkable(string why) => File(
        nameof(NotLinkable),
        $"The plan does not link this segmentation: {why.TrimEnd('.')}.",
        "Give source and partner with -Source and -Partner.");

    public static DamsException UnknownLabel(IEnumerable<string> known) => File(
        nameof(UnknownLabel),
        "There is no code for this label.",
        $"Choose one of {string.Join(", ", known)}.");

    public static DamsException UnknownLesion(int maximum) => File(
        nameof(UnknownLesion),
        "The lesion number is out of range.",
        $"Count lesions from 1 to {maximum}.");
}
