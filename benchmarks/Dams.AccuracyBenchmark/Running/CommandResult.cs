namespace Dams.Benchmarks.Accuracy.Running;

/// <summary>How a command ended and what it wrote.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Errors);
