using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Tests.Support;

/// <summary>
/// Real files from many makers, in the folder that DAMS_CORPUS names or in shared/corpus beside the checkout.
/// </summary>
public static class CorpusFiles
{
    public static string? Folder { get; } = Find();

    public static IReadOnlyList<string> All { get; } = Folder is null
        ? []
        : Directory.GetFiles(Folder)
            .Where(path => Path.GetExtension(path) is not (".tsv" or ".md"))
            .OrderBy(path => path, StringComparer.Ordinal)
            .ToArray();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("DAMS_CORPUS") is { Length: > 0 } named)
            return Directory.Exists(named) ? named : null;
        var beside = Path.Combine(Repository.Root, "..", "shared", "corpus");
        return Directory.Exists(beside) ? beside : null;
    }
}
