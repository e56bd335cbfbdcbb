using System;
using System.CommandLine;
using Dams.Cli;
using Dams.Cli.Commands;

var root = new RootCommand("Turns folders of patient DICOM into folders that can be shared.")
{
    DemoCommand.Build(),
    SeriesCommand.Build(),
    ProtectCommand.Build(),
    AuditCommand.Build(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count == 0)
    return await parsed.InvokeAsync();

foreach (var error in parsed.Errors)
    Console.Error.WriteLine($"dams: {error.Message}");
Console.Error.WriteLine("dams --help tells what there is.");
return ExitCode.Unusable;
