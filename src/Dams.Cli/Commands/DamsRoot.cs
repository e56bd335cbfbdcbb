using System.CommandLine;

namespace Dams.Cli.Commands;

/// <summary>The command <c>dams</c> with all that it can do.</summary>
internal static class DamsRoot
{
    public static RootCommand Build() => new("Turns folders of patient DICOM into folders that can be shared.")
    {
        StopOnStdin,
        DemoCommand.Build(),
        BatchCommand.Build(),
        KeyCommand.Build(),
        SeriesCommand.Build(),
        ElementsCommand.Build(),
        ProtectCommand.Build(),
        XmlCommand.Build(),
        LinkCommand.Build(),
        ReferencesCommand.Build(),
        MapCommand.Build(),
        AuditCommand.Build(),
        CompletionCommand.Build(),
        CompleteCommand.Build(),
    };

    /// <summary>Whether standard input can stop the run: on Windows a program can send no signal to one that it has spawned.</summary>
    public static Option<bool> StopOnStdin { get; } = new("--stop-on-stdin")
    {
        Description = "Stop gently when standard input is closed, or brings the line stop.",
        Recursive = true,
    };
}
