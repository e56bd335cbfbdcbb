using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace Dams.Benchmarks.Accuracy;

/// <summary>What the benchmark was asked to do.</summary>
internal sealed record Options(IReadOnlyList<int> Seeds, string Dams, bool IsDamsAlone, string? List, string? Page, string? FoDicom, string? Keep)
{
    public const string Usage =
        "--seed N [--seed M ...] [--dams COMMAND] [--dams-alone] [--fo-dicom COMMAND] [--list FILE.tsv] [--publish PAGE.md] [--keep FOLDER]";

    public static Options? Parse(IReadOnlyList<string> arguments, string programFolder)
    {
        var seeds = new List<int>();
        var options = new Options(seeds, BuiltCommand(programFolder), false, null, null, null, null);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--dams-alone")
            {
                options = options with { IsDamsAlone = true };
                continue;
            }
            if (i + 1 == arguments.Count)
                return null;
            var value = arguments[i + 1];
            switch (arguments[i++])
            {
                case "--seed" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed): seeds.Add(seed); break;
                case "--dams": options = options with { Dams = value }; break;
                case "--list": options = options with { List = value }; break;
                case "--publish": options = options with { Page = value }; break;
                case "--fo-dicom": options = options with { FoDicom = value }; break;
                case "--keep": options = options with { Keep = value }; break;
                default: return null;
            }
        }
        return seeds.Count == 0 ? null : options;
    }

    // benchmarks/Dams.AccuracyBenchmark/bin/CONFIGURATION/net10.0 and src/Dams.Cli/bin/CONFIGURATION/net10.0.
    private static string BuiltCommand(string programFolder)
    {
        var built = Path.TrimEndingDirectorySeparator(programFolder);
        var configuration = Path.GetFileName(Path.GetDirectoryName(built)) ?? "";
        return Path.GetFullPath(Path.Combine(built, "..", "..", "..", "..", "..", "src", "Dams.Cli", "bin", configuration, "net10.0", "dams.dll"));
    }
}
