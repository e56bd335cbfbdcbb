using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace Dams.Benchmarks.Text;

/// <summary>What the benchmark was asked to do.</summary>
/// <param name="Set">Whose names, places and lines: develop; hold, which nobody looks at while the cleaner is changed; or blind, which were also written without sight of the cleaner.</param>
/// <param name="Blind">Which of the blind sets, a folder in Data/Blind; empty where another set is asked for.</param>
internal sealed record Options(int Seed, int Count, string Set, string Blind, string Dams, string? List, string? Keep)
{
    public const string Usage = "[--seed N] [--count INSTANCES-OF-A-LANGUAGE] [--held-out | --blind NUMBER] [--dams COMMAND] [--list FILE.tsv] [--keep FOLDER]";

    private const int DefaultCount = 150;

    public static Options? Parse(IReadOnlyList<string> arguments, string programFolder)
    {
        var options = new Options(1, DefaultCount, "develop", "", BuiltCommand(programFolder), null, null);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--held-out")
            {
                options = options with { Set = "hold" };
                continue;
            }
            if (i + 1 == arguments.Count)
                return null;
            var value = arguments[i + 1];
            switch (arguments[i++])
            {
                case "--seed" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed): options = options with { Seed = seed }; break;
                case "--count" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count): options = options with { Count = count }; break;
                case "--blind" when Directory.Exists(Path.Combine(programFolder, "Data", "Blind", value)): options = options with { Set = "blind", Blind = value }; break;
                case "--dams": options = options with { Dams = value }; break;
                case "--list": options = options with { List = value }; break;
                case "--keep": options = options with { Keep = value }; break;
                default: return null;
            }
        }
        return options;
    }

    // benchmarks/Dams.TextBenchmark/bin/CONFIGURATION/net10.0 and src/Dams.Cli/bin/CONFIGURATION/net10.0.
    private static string BuiltCommand(string programFolder)
    {
        var built = Path.TrimEndingDirectorySeparator(programFolder);
        var configuration = Path.GetFileName(Path.GetDirectoryName(built)) ?? "";
        return Path.GetFullPath(Path.Combine(built, "..", "..", "..", "..", "..", "src", "Dams.Cli", "bin", configuration, "net10.0", "dams.dll"));
    }
}
