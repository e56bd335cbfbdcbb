using System;
using System.Collections.Generic;

namespace Dams.Tests.Fuzzing;

/// <summary>Something that reads what others wrote.</summary>
internal interface IFuzzTarget
{
    string Name { get; }

    /// <summary>Makes an input.</summary>
    byte[] Make(Random random, int number);

    /// <summary>Has the engine read inputs and judges what comes of it.</summary>
    IEnumerable<FuzzFinding> Try(IReadOnlyList<FuzzCase> cases);
}
