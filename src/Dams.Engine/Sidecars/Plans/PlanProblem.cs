namespace Dams.Sidecars.Plans;

/// <summary>What can keep a segmentation of a plan from being linked, in words that name nobody.</summary>
internal static class PlanProblem
{
    public const string Sphere = "It is a sphere of the plan: there are no masks to link.";
    public const string NoMasks = "Its masks were not found.";
    public const string SeveralMasks = "Its folder holds several series; run Repair-SegmentationSeries first.";
    public const string SharedSeries = "Its series UID is another series' too; run Repair-SegmentationSeries first.";
    public const string NoSourceNamed = "The plan does not say on which series it was drawn.";
    public const string NoSource = "The series on which it was drawn was not found.";
    public const string NoPartner = "It has no partner.";
    public const string SpherePartner = "Its partner is a sphere of the plan, without masks.";
    public const string LostPartner = "The masks of its partner were not found.";
    public const string SeveralPartners = "It could be the partner of several.";
    public const string Disagreement = "Two plans say different things of it.";
}
