// DAMS=src/Dams.Cli/bin/Release/net10.0/dams.dll
// dotnet run -c Release --project benchmarks/Dams.PatientListBenchmark -- FOLDER [PATIENTS [SERIES [SLICES]]]
// Makes the patients in a new folder below FOLDER, runs `dams protect --validate` on their list, tells its time and its
// greatest working set, and removes the folder. To see whether memory grows with images, vary SLICES.
using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using Dams.Benchmarks;

int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;

var command = Environment.GetEnvironmentVariable("DAMS");
if (args.Length == 0 || command is null)
{
    Console.Error.WriteLine("Give a folder to work in, and in DAMS the path of dams.dll.");
    return 2;
}
var tree = new PatientTree(Path.Combine(args[0], $"dams-benchmark-{Environment.ProcessId}"), Number(1, 5000), Number(2, 4), Number(3, 5));
try
{
    tree.Write();
    using var process = Process.Start(new ProcessStartInfo("dotnet", [command, "protect", "--list", tree.List, "--validate"])
    {
        RedirectStandardOutput = true,
    })!;
    var clock = Stopwatch.StartNew();
    var output = process.StandardOutput.ReadToEndAsync();
    var peak = 0L;
    while (!process.WaitForExit(100))
    {
        process.Refresh();
        peak = Math.Max(peak, process.HasExited ? 0 : process.WorkingSet64);
    }
    var seconds = clock.Elapsed.TotalSeconds;
    var rows = output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;
    var files = (long)tree.Patients * tree.Series * tree.Slices;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{rows} patients, {files} files: exit {process.ExitCode}, {seconds:F1} s, {files / seconds:F0} files/s, {peak >> 20} MiB at most"));
    return process.ExitCode == 0 && rows == tree.Patients ? 0 : 1;
}
finally
{
    Directory.Delete(tree.Root, recursive: true);
}
