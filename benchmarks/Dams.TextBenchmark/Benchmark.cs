using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Dams.Benchmarks.Accuracy.Reading;
using Dams.Benchmarks.Accuracy.Running;
using Dams.Benchmarks.Accuracy.Standard;
using Dams.Benchmarks.Text.Scoring;
using Dams.Benchmarks.Text.Texts;

namespace Dams.Benchmarks.Text;

/// <summary>Makes the files, has them de-identified and judges what comes out.</summary>
internal sealed class Benchmark(Options options, string programFolder, string work)
{
    private static readonly string[] Languages = ["en", "de", "fr", "es", "it", "ko", "ja", "zh"];

    private readonly List<Score> _scores = [];

    public void Run()
    {
        var tables = StandardTables.Read(Path.Combine(programFolder, "Tables"));
        var (source, destination) = (Path.Combine(work, "source"), Path.Combine(work, "destination"));
        var files = new List<TextFile>();
        for (var i = 0; i < Languages.Length; i++)
        {
            var language = Language.Read(Path.Combine(programFolder, "Data"), Languages[i], options.Set, options.Blind);
            files.AddRange(new FileMaker(language, options.Seed * Languages.Length + i).Make(options.Count));
        }
        foreach (var file in files)
        {
            var path = Path.Combine(source, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Bytes);
        }
        Protect(source, destination);
        using var list = options.List is { } path2 ? new StreamWriter(path2) : TextWriter.Null;
        foreach (var group in files.GroupBy(file => file.Language))
        {
            var score = new Score(group.Key, list);
            foreach (var file in group)
                score.Add(file, Cleaned(Path.Combine(destination, file.Name), file, tables));
            _scores.Add(score);
        }
    }

    public IEnumerable<string> Table() => Score.Table(_scores);

    private void Protect(string source, string destination)
    {
        var key = Path.Combine(work, "key");
        File.WriteAllBytes(key, [.. Enumerable.Range(1, 32).Select(i => (byte)(i * 11))]);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        string[] arguments = ["protect", source, "--destination", destination, "--keep-structure", "--key", key, "--profile", "Research", "--option", "CleanStructuredContent"];
        if (Path.IsPathRooted(options.Dams) && !File.Exists(options.Dams))
            throw new FileNotFoundException($"There is no {options.Dams}: build src/Dams.Cli, or say with --dams where the command is.");
        var isAssembly = options.Dams.EndsWith(".dll", StringComparison.Ordinal);
        var result = Command.Run(isAssembly ? "dotnet" : options.Dams, isAssembly ? [options.Dams, .. arguments] : arguments, isPatient: true);
        // Without a text that came out there is nothing to count.
        if (result.ExitCode != 0 && !Directory.Exists(destination))
            throw new InvalidOperationException($"The command made nothing: {result.Errors}");
        if (result.ExitCode != 0)
            Console.Error.WriteLine(result.Errors);
    }

    /// <summary>The text that came out, and the days by which the file's dates were moved; the text is null where there is none.</summary>
    private static (string? Text, int Days) Cleaned(string path, TextFile file, StandardTables tables)
    {
        if (!File.Exists(path))
            return (null, 0);
        var read = PlainFile.Read(path, tables);
        string? TextAt(string chain) => read.At(chain).FirstOrDefault() is { } element ? System.Text.Encoding.UTF8.GetString(element.Value).TrimEnd(' ', '\0') : null;
        var days = DateTime.TryParseExact(TextAt("00080020"), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moved)
            ? (int)(moved - file.Study).TotalDays
            : 0;
        return (TextAt(file.Chain), days);
    }
}
