using System.Collections.Generic;

namespace Dams.Tests.Benchmark;

/// <summary>A file and what has to become of it.</summary>
internal sealed record PlantedInstance(string Name, Person Person, string Uid, byte[] Bytes, IReadOnlyList<Check> Checks);
