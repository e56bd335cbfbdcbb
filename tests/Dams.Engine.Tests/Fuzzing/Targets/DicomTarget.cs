using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Tests.Fuzzing.Judging;
using Dams.Tests.Fuzzing.Mutants;

namespace Dams.Tests.Fuzzing.Targets;

/// <summary>The whole job over DICOM files: index, protection to a destination or in place, with each of the profiles.</summary>
internal sealed class DicomTarget : IFuzzTarget
{
    public string Name => "dicom";

    public byte[] Make(Random random, int number) => DicomMutator.Make(random);

    public IEnumerable<FuzzFinding> Try(IReadOnlyList<FuzzCase> cases)
    {
        // What is done with a case is its own, not that of the batch it came with.
        foreach (var alike in cases.GroupBy(HowOf))
        {
            using var job = new DicomJob(alike.Key.Profile, alike.Key.Way, [.. alike]);
            foreach (var finding in job.Run())
                yield return finding;
        }
    }

    private static (string Profile, DicomJob.Way Way) HowOf(FuzzCase one)
    {
        var (profiles, number) = (FuzzProfiles.Names, Math.Abs(one.Number));
        return (profiles[number % profiles.Count], (DicomJob.Way)(number / profiles.Count % 3));
    }
}
