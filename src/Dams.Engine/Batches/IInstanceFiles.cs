using System.Collections.Generic;

namespace Dams;

/// <summary>Instances in files: a series before or after its protection.</summary>
public interface IInstanceFiles
{
    /// <summary>The files.</summary>
    IReadOnlyList<string> Files { get; }
}
