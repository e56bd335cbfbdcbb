using System.Collections.Generic;
using Dams.Benchmarks.Accuracy.Scoring;

namespace Dams.Benchmarks.Accuracy.Running;

/// <summary>A command over the anonymizer of fo-dicom, called with the folder of the source and that of the output.</summary>
internal sealed class FoDicomTool(string command) : ITool
{
    public string Name => "fo-dicom";

    public IReadOnlyList<ProfileKind> Profiles { get; } = [ProfileKind.Basic];

    public string Run(string source, string destination, ProfileKind profile)
    {
        var result = Command.Run(command, [source, destination], isPatient: true);
        return result.ExitCode == 0 ? "" : result.Errors;
    }
}
