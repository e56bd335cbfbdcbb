// dotnet run --project benchmarks/Dams.TextBenchmark -- --seed 1 [--held-out | --blind 5]
// Makes radiology reports in eight languages about people who do not exist, has Dams de-identify them, and counts by language what
// identifies and is left, of what the header holds and of all, and which words of medicine are lost. docs/accuracy.md says how.
using System;
using System.IO;
using Dams.Benchmarks.Text;

if (Options.Parse(args, AppContext.BaseDirectory) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}
var work = options.Keep ?? Path.Combine(Path.GetTempPath(), $"dams-text-{Environment.ProcessId}");
Directory.CreateDirectory(work);
try
{
    var benchmark = new Benchmark(options, AppContext.BaseDirectory, work);
    benchmark.Run();
    foreach (var line in benchmark.Table())
        Console.WriteLine(line);
    return 0;
}
catch (Exception exception) when (exception is FileNotFoundException or InvalidOperationException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
finally
{
    if (options.Keep is null)
        Directory.Delete(work, recursive: true);
}
