using System;

namespace Dams.Tests.Benchmark;

/// <summary>One thing that has to hold of an output.</summary>
/// <param name="Path">Where.</param>
/// <param name="What">What it is about, for whoever reads a failure.</param>
internal sealed record Check(Category Category, string Path, string What, Func<Output, bool> Holds);
