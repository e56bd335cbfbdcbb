using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Dams.Benchmarks.Accuracy.Running;

/// <summary>Gives a command the files one by one, so that one that it cannot take spoils no other.</summary>
internal static class FileByFile
{
    /// <param name="run">Makes of the first path the second.</param>
    /// <returns>What was said of the files that failed; they have no output.</returns>
    public static string Run(string source, string destination, Func<string, string, CommandResult> run)
    {
        var faults = new ConcurrentBag<string>();
        Parallel.ForEach(Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories), path =>
        {
            var target = Path.Combine(destination, Path.GetRelativePath(source, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var result = run(path, target);
            if (result.ExitCode == 0)
                return;
            File.Delete(target);
            faults.Add($"{Path.GetFileName(path)}: {result.Errors.Trim()}");
        });
        return string.Join('\n', faults.Order());
    }
}
