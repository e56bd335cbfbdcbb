using System.Globalization;
using System.IO;

namespace Dams.Benchmarks.Performance;

/// <summary>What the command line asks for.</summary>
/// <param name="Folder">Where source and outputs lie; a file system in memory shows programs and not disks.</param>
/// <param name="Native">The command as one native file; null: it does not take part.</param>
/// <param name="Build">dams.dll.</param>
/// <param name="Module">The manifest of the module.</param>
/// <param name="FoDicom">A command over fo-dicom, called with the folders of source and output.</param>
/// <param name="Publish">The page that gets the tables; the picture goes beside it.</param>
internal sealed record Options(
    string Folder, int Rounds, int Slices, int SmallFiles, string? Native, string Build, string Module, string? PowerShell, string? Python,
    string? FoDicom, string? Publish)
{
    public const string Usage =
        "--folder FOLDER [--rounds N] [--slices N] [--small-files N] [--native FILE] [--build dams.dll] [--module Dams.psd1] [--pwsh FILE]"
        + " [--python FILE] [--fo-dicom COMMAND] [--publish PAGE.md]";

    /// <summary>Reads the arguments; null where they are none.</summary>
    public static Options? Parse(string[] arguments)
    {
        var options = new Options(
            "", 7, 2000, 20_000, null, "src/Dams.Cli/bin/Debug/net10.0/dams.dll", Path.GetFullPath("Dams.psd1"), null, null, null, null);
        for (var i = 0; i + 1 < arguments.Length; i += 2)
        {
            var value = arguments[i + 1];
            if (With(options, arguments[i], value) is not { } next)
                return null;
            options = next;
        }
        return arguments.Length % 2 == 0 && options.Folder.Length > 0 ? options : null;
    }

    private static Options? With(Options options, string name, string value) => name switch
    {
        "--folder" => options with { Folder = Path.GetFullPath(value) },
        "--rounds" => options with { Rounds = Number(value) },
        "--slices" => options with { Slices = Number(value) },
        "--small-files" => options with { SmallFiles = Number(value) },
        "--native" => options with { Native = Path.GetFullPath(value) },
        "--build" => options with { Build = value },
        "--module" => options with { Module = Path.GetFullPath(value) },
        "--pwsh" => options with { PowerShell = value },
        "--python" => options with { Python = value },
        "--fo-dicom" => options with { FoDicom = value },
        "--publish" => options with { Publish = value },
        _ => null,
    };

    private static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
