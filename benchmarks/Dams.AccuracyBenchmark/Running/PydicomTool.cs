using System.Collections.Generic;
using System.IO;
using Dams.Benchmarks.Accuracy.Scoring;

namespace Dams.Benchmarks.Accuracy.Running;

/// <summary>A script over pydicom that does what table E.1-1 says of each attribute, names and UIDs, and removes what is private.</summary>
internal sealed class PydicomTool(string python, string programFolder) : ITool
{
    public string Name => "pydicom script";

    public IReadOnlyList<ProfileKind> Profiles { get; } = [ProfileKind.Basic];

    public string Run(string source, string destination, ProfileKind profile) => Command.Run(
        python,
        [
            Path.Combine(programFolder, "Scripts", "basic_profile.py"),
            Path.Combine(programFolder, "Tables", "confidentiality-profile.tsv"),
            source, destination,
        ],
        isPatient: true).Errors;
}
