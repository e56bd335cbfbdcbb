using System;

namespace Dams.Cli.Output;

/// <summary>The program that read standard output has ended. This counts as a request to stop.</summary>
internal sealed class BrokenPipeException() : OperationCanceledException("Nobody reads standard output any more.");
