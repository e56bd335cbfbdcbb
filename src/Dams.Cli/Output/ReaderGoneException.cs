using System;

namespace Dams.Cli.Output;

/// <summary>The program that read standard output is gone: as if it had asked to stop.</summary>
internal sealed class ReaderGoneException() : OperationCanceledException("Nobody reads standard output any more.");
