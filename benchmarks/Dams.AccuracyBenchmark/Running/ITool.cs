using System.Collections.Generic;
using Dams.Benchmarks.Accuracy.Scoring;

namespace Dams.Benchmarks.Accuracy.Running;

/// <summary>Something that de-identifies a folder of files into another, under the same names.</summary>
internal interface ITool
{
    string Name { get; }

    IReadOnlyList<ProfileKind> Profiles { get; }

    /// <returns>What it said of its faults, empty where there were none.</returns>
    string Run(string source, string destination, ProfileKind profile);
}
