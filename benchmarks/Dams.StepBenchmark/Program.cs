// dotnet run -c Release --project benchmarks/Dams.StepBenchmark -- --filter '*'
// Times the steps that every file goes through, each for itself: docs/performance.md says what they are worth together.
using BenchmarkDotNet.Running;
using Dams.Benchmarks.Steps;

BenchmarkSwitcher.FromTypes([typeof(StepBenchmarks)]).Run(args);
