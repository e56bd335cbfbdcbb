// dotnet run --project benchmarks/Dams.AccuracyBenchmark -- --seed 1
// Makes DICOM files of people who do not exist, has Dams and its peers de-identify them, and counts what identifies and is left,
// and what had to stay and is lost. docs/accuracy.md says how.
using System;
using System.IO;
using Dams.Benchmarks.Accuracy;
using Dams.Benchmarks.Accuracy.Publishing;
using Dams.Benchmarks.Accuracy.Standard;

var programFolder = AppContext.BaseDirectory;
if (Options.Parse(args, programFolder) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}
var work = options.Keep ?? Path.Combine(Path.GetTempPath(), $"dams-accuracy-{Environment.ProcessId}");
Directory.CreateDirectory(work);
try
{
    var benchmark = new Benchmark(options, programFolder, work);
    benchmark.Run();
    foreach (var line in ResultTable.All(benchmark.Scores))
        Console.WriteLine(line);
    if (options.List is { } list)
        FindingList.Write(list, benchmark.Findings, StandardTables.Read(Path.Combine(programFolder, "Tables")));
    if (options.Page is { } page)
        Page.Write(page, options.Seeds, benchmark.Scores, benchmark.Findings);
    return 0;
}
finally
{
    if (options.Keep is null)
        Directory.Delete(work, recursive: true);
}
