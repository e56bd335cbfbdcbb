namespace Dams.Segmentations.Lookup;

/// <summary>What can be wrong with where a segmentation leads, in words without patient values.</summary>
internal static class ReferenceProblems
{
    public const string
        NoSource = "It names no source.",
        SourceImagesNotHere = "The images it was drawn on are not here.",
        SourceNotHere = "The series it was drawn on is not here.",
        SourceOfOtherPatient = "The series it was drawn on is another patient's.",
        OtherFrameOfReference = "The series it was drawn on has another frame of reference.",
        PartnerNotHere = "Its partner is not here.",
        PartnerOfOtherPatient = "Its partner is another patient's.",
        SharedSeriesUid = "It shares its series UID with other images; Repair-SegmentationSeries gives it one of its own.";

    public static string SeveralSources(int count) => $"It names {count} source series.";

    public static string SeveralPartners(int count) => $"It names {count} partners.";

    public static string LostImages(int count) => count == 1 ? "1 image it was drawn on is not here." : $"{count} images it was drawn on are not here.";
}
