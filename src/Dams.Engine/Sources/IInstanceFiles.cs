using System.Collections.Generic;

namespace Dams;

/// <summary>Instances in files: a series, as the cmdlets give it.</summary>
public interface IInstanceFiles
{
    /// <summary>The files.</summary>
    /// <remarks>As an array or a list: PowerShell finds no indexer in what a collection expression makes of this type.</remarks>
    IReadOnlyList<string> Files { get; }
}
