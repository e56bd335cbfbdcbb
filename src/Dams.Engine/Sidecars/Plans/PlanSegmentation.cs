namespace Dams.Sidecars.Plans;

/// <summary>What a plan says of one segmentation.</summary>
/// <param name="Folder">The folder of the plan.</param>
/// <param name="PatientID">The patient that the plan names; empty where it names none.</param>
/// <param name="Time">The first word of the plan's time: when the recording began; empty where it does not say.</param>
/// <param name="Label"><c>Tumor</c> or <c>Ablation</c>.</param>
/// <param name="LesionNumber">The number of its needle, counted from 1.</param>
/// <param name="Place">Where its masks are, from the folder of the recording.</param>
/// <param name="SeriesUid">The series UID of its masks; empty where the plan does not say.</param>
/// <param name="SourceUid">The series that it was drawn on; empty where the plan does not say.</param>
/// <param name="IsSphere">Whether it is a radius alone, without masks.</param>
internal sealed record PlanSegmentation(
    string Folder,
    string PatientID,
    string Time,
    string Label,
    int LesionNumber,
    PlanPath Place,
    string SeriesUid,
    string SourceUid,
    bool IsSphere);
