using System;
using System.Collections.Generic;

namespace Dams.Benchmarks.Performance.Running;

/// <summary>A program that makes of a folder another one.</summary>
/// <param name="Arguments">What it is called with, given source and destination.</param>
/// <param name="IsForManyFiles">It takes part where there are very many files; others would take an hour.</param>
internal sealed record Contestant(string Name, string Command, Func<string, string, IEnumerable<string>> Arguments, bool IsForManyFiles = false)
{
    /// <summary>Runs it once.</summary>
    public Measured Run(string source, string destination) => Measured.Run(Command, Arguments(source, destination));
}
