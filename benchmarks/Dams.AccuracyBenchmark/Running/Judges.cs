using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Benchmarks.Accuracy.Generation;

namespace Dams.Benchmarks.Accuracy.Running;

/// <summary>What other programs say of a folder of files: pydicom whether it can be read, dciodvfy whether it keeps to its IOD.</summary>
internal sealed class Judges(string? python, string? validator, string programFolder)
{
    /// <summary>The files of a folder that pydicom cannot read; none where it is not installed.</summary>
    public IReadOnlyList<string> Unreadable(string folder)
    {
        if (python is null)
            return [];
        var paths = string.Join('\n', Directory.EnumerateFiles(folder, "*.dcm", SearchOption.AllDirectories));
        var output = Command.Run(python, [Path.Combine(programFolder, "Scripts", "read_all.py")], paths, isPatient: true).Output;
        return [.. Lines(output).Select(line => Path.GetRelativePath(folder, line.Split('\t')[0]))];
    }

    /// <summary>Errors of the plain files that the source did not have; null where dciodvfy is not installed.</summary>
    public int? NewErrors(IEnumerable<TestFile> files, string source, string folder) =>
        validator is null ? null : files.Where(file => file.IsPlain).Sum(file => NewErrorsOf(Path.Combine(source, file.Name), Path.Combine(folder, file.Name)));

    private int NewErrorsOf(string before, string after) =>
        File.Exists(after) ? ErrorsOf(after).Except(ErrorsOf(before)).Count() : 0;

    private HashSet<string> ErrorsOf(string path)
    {
        var result = Command.Run(validator!, [path]);
        return [.. Lines(result.Output + "\n" + result.Errors).Where(line => line.StartsWith("Error", StringComparison.Ordinal))];
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
