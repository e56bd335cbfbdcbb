using System.Collections.Generic;
using System.Linq;
using Dams.Files;

namespace Dams.Protection.InPlace;

/// <summary>Selects of each series of a run in place the files that are to be protected.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class InPlaceSelection(ProtectionKey key, RunContext context)
{
    private readonly HashSet<string> _cleaned = new(PathComparison.Comparer);

    /// <summary>The files that no earlier run has protected.</summary>
    /// <param name="protectedBefore">Those that one has protected; null where that has to be found out.</param>
    /// <exception cref="DamsException">A folder cannot be read, so that what it has of earlier runs is not known.</exception>
    public IReadOnlyList<SourceFile> Select(IReadOnlyList<SourceFile> sources, HashSet<SourceFile>? protectedBefore) => protectedBefore is null
        ? InPlaceFilter.Read(sources, key, Clean, context).SelectUnprotected()
        : [.. sources.Where(source => !protectedBefore.Contains(source))];

    // Each folder once: series share them.
    private void Clean(string folder)
    {
        if (_cleaned.Contains(folder))
            return;
        PartialFiles.RemoveAbandoned(folder);
        _cleaned.Add(folder);
    }
}
