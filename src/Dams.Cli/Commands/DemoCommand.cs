using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Batches;
using Dams.Cli.Demo;
using Dams.Cli.Output;
using Dams.Profiles;
using Dams.Subjects;

namespace Dams.Cli.Commands;

/// <summary><c>dams demo DIR</c>: makes patients who do not exist and runs the whole job on them.</summary>
internal static class DemoCommand
{
    private const int SeriesPerPatient = 2;
    private const int SlicesPerSeries = 24;

    public static Command Build()
    {
        var folder = new Argument<string>("folder") { Description = "A folder that is new or empty." };
        var json = CommonOptions.Json();
        var command = new Command("demo", "Makes patients who do not exist and runs the whole job on them.") { folder, json };
        command.SetBody(json, (parsed, listener, lines, cancellation) =>
            Run(Path.GetFullPath(parsed.GetValue(folder)!), listener, lines, cancellation));
        return command;
    }

    private static int Run(string folder, ConsoleListener listener, JsonLines? lines, CancellationToken cancellation)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw Errors.FolderNotEmpty(folder);
        var (source, shared) = (Path.Combine(folder, "source"), Path.Combine(folder, "shared"));
        var (key, map) = (Path.Combine(folder, "private", "protection.key"), Path.Combine(folder, "private", "subjects.csv"));
        WritePatients(source);
        listener.Say($"Patients who do not exist: {source}");

        ProtectionKey.Create(key, replace: false);
        var profile = ProfileBuilder.Build(new ProfileRequest(ProfileBuilder.Basic, [], [], [], new Dictionary<string, string>()));
        var options = new ProtectionOptions(shared, profile, ProtectionKey.Read(key));
        var series = SeriesIndex.Read([source], options.Workers, listener, cancellation);
        var results = ProtectionBatch.Run(
            options, series, new GivenIdentity(null, null, null), listener, lines, cancellation);
        SubjectMap.Merge(map, results.Select(SubjectMapEntry.Of));
        listener.Say($"What can be shared:        {shared}");
        listener.Say($"The key that leads back:   {map}");
        return listener.FailedCount == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static void WritePatients(string folder)
    {
        for (var patient = 0; patient < DemoPatient.All.Count; patient++)
        {
            for (var series = 1; series <= SeriesPerPatient; series++)
            {
                var seriesFolder = Path.Combine(folder, $"patient{patient + 1}", $"series{series}");
                Directory.CreateDirectory(seriesFolder);
                for (var slice = 1; slice <= SlicesPerSeries; slice++)
                {
                    File.WriteAllBytes(
                        Path.Combine(seriesFolder, $"IM{slice:D4}.dcm"),
                        DemoImage.Encode(DemoPatient.All[patient], $"2.25.{1000 + patient}", series, slice));
                }
            }
        }
    }
}
