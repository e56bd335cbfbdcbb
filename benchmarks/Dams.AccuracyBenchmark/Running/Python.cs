using System;
using System.Linq;

namespace Dams.Benchmarks.Accuracy.Running;

/// <summary>A Python that has pydicom.</summary>
internal static class Python
{
    private static readonly string[] Usual = ["python3", "/usr/bin/python3"];

    public static string? Find() =>
        new[] { Environment.GetEnvironmentVariable("DAMS_PYTHON") }.OfType<string>().Concat(Usual)
            .FirstOrDefault(command => (command.Contains('/', StringComparison.Ordinal) ? System.IO.File.Exists(command) : Command.Find(command) is not null)
                && Command.Run(command, ["-c", "import pydicom"]).ExitCode == 0);
}
