using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Files;

namespace Dams.Sidecars.Plans;

/// <summary>
/// Finds the partner of a segmentation: the tumour of an ablation, the ablation of a tumour. Both have the same lesion
/// number; of several, the one of the same recording is it.
/// </summary>
internal sealed class PlanPairing
{
    private readonly IReadOnlyList<PlannedMask> _masks;

    public PlanPairing(IReadOnlyList<PlannedMask> masks) => _masks = masks;

    /// <summary>The partner; null where there is none, or no single one. Then the mask says why.</summary>
    public PlannedMask? Find(PlannedMask mask)
    {
        var candidates = Candidates(mask);
        if (candidates.Count == 1 && candidates[0].Path is not null)
            return candidates[0];
        mask.SetProblem(candidates.Count switch
        {
            0 => PlanProblem.NoPartner,
            1 when candidates[0].Plan.IsSphere => PlanProblem.SpherePartner,
            1 => PlanProblem.LostPartner,
            _ => PlanProblem.SeveralPartners,
        });
        return null;
    }

    private List<PlannedMask> Candidates(PlannedMask mask)
    {
        var others = _masks.Where(other => other.Plan.Label != mask.Plan.Label && other.Plan.LesionNumber == mask.Plan.LesionNumber).ToArray();
        Func<PlannedMask, bool>[] ranks =
        [
            other => IsBeside(mask, other) && IsOfTime(mask, other),
            other => IsBeside(mask, other) && MayBeOfPatient(mask, other),
            other => IsOfPatient(mask, other) && IsOfTime(mask, other),
            other => IsOfPatient(mask, other),
        ];
        return ranks.Select(rank => others.Where(rank).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    private static bool IsBeside(PlannedMask one, PlannedMask other) => PathComparison.Comparer.Equals(one.Plan.Folder, other.Plan.Folder);

    private static bool IsOfTime(PlannedMask one, PlannedMask other) =>
        one.Plan.Time.Length > 0 && one.Plan.Time == other.Plan.Time && MayBeOfPatient(one, other);

    private static bool MayBeOfPatient(PlannedMask one, PlannedMask other) =>
        one.Plan.PatientID == other.Plan.PatientID || one.Plan.PatientID.Length == 0 || other.Plan.PatientID.Length == 0;

    private static bool IsOfPatient(PlannedMask one, PlannedMask other) =>
        one.Plan.PatientID.Length > 0 && one.Plan.PatientID == other.Plan.PatientID;
}
