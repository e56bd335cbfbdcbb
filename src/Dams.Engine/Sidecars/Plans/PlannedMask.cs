namespace Dams.Sidecars.Plans;

/// <summary>A segmentation of a plan and where its masks are.</summary>
internal sealed class PlannedMask
{
    public PlannedMask(PlanSegmentation plan) => Plan = plan;

    public PlanSegmentation Plan { get; }

    /// <summary>The folder or file of the masks; null where they were not found.</summary>
    public string? Path { get; set; }

    /// <summary>The series of the masks; null where that is not known.</summary>
    public string? SeriesUid { get; set; }

    /// <summary>The folder of the series that it was drawn on; null where it was not found.</summary>
    public string? SourcePath { get; set; }

    /// <summary>The first thing that keeps it from being linked; null where there is none.</summary>
    public string? Problem { get; private set; }

    /// <summary>Notes what keeps it from being linked, unless there is something already.</summary>
    public void SetProblem(string problem) => Problem ??= problem;
}
