using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Cli.Demo;
using Dams.Cli.Output;

namespace Dams.Cli.Commands;

/// <summary><c>dams demo DIR</c>: makes patients who do not exist and runs the whole job on them.</summary>
internal static class DemoCommand
{
    public static Command Build()
    {
        var folder = new Argument<string>("folder") { Description = "A folder that is new or empty." };
        var command = new Command("demo", "Makes patients who do not exist and runs the whole job on them.") { folder };
        PathQuotes.AddValidator(command, folder);
        command.SetBody((parsed, listener, lines, cancellation) =>
            Run(Path.GetFullPath(parsed.GetValue(folder)!), listener, lines, cancellation), CommonOptions.WithMrn());
        return command;
    }

    private static int Run(string folder, ConsoleListener listener, JsonLines? lines, CancellationToken cancellation)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw CommandErrors.FolderNotEmpty(folder);
        var (source, shared) = (Path.Combine(folder, "source"), Path.Combine(folder, "shared"));
        var (key, map) = (Path.Combine(folder, "private", "protection.key"), Path.Combine(folder, "private", "subjects.csv"));
        listener.WriteLine($"Patients who do not exist: {source}");
        var list = WriteSource(source);
        listener.WriteLine($"The list of them:          {list}");

        ProtectionKey.Create(key, replace: false);
        var job = new DemoJob(source, shared, ProtectionKey.Read(key), map, listener, lines, cancellation);
        job.Protect(list);
        listener.WriteLine($"What can be shared:        {shared}");
        listener.WriteLine($"The map that leads back:   {map}");

        var lost = job.LookUp();
        var found = job.Audit();
        listener.WriteLine(found == 0 ? "Nothing of the patients is left in it." : $"{found} findings of what should not be in it.");
        return listener.FailedCount + lost + found == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static string WriteSource(string folder)
    {
        try
        {
            return DemoSource.Write(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.UnwritableDestination(folder, e);
        }
    }
}
