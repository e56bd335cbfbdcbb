using System.Collections.Generic;

namespace Dams;

/// <summary>Instances in files: a series, as the cmdlets give it.</summary>
public interface IInstanceFiles
{
    /// <summary>The files.</summary>
    IReadOnlyList<string> Files { get; }
}
