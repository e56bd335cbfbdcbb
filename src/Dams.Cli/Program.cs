using System;
using System.CommandLine;
using System.CommandLine.Help;
using System.Linq;
using Dams;
using Dams.Cli;
using Dams.Cli.Commands;
using Dams.Cli.Output;

StandardOutput.Initialize();
try
{
    OpenFileLimit.EnsureSufficient();
}
catch (DamsException e)
{
    // Not as JSON: the assembly that writes JSON may be one that could not be loaded.
    Console.Error.WriteLine($"dams: {OptionWords.Of(e.Message)}");
    return ExitCode.Unusable;
}

// A path may start with @.
var parsed = DamsRoot.Build().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
// Who asks for help gets it, whatever stands beside it.
string[] errors = parsed.Action is HelpAction ? [] : [.. UnknownOptions.Find(parsed, args), .. parsed.Errors.Select(error => error.Message)];
using var signals = new StopSignals();
try
{
    if (errors.Length > 0)
        return UsageErrors.Write(errors, args);
    if (parsed.GetValue(DamsRoot.StopOnStdin))
        signals.WatchStandardInput();
    var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
    return await parsed.InvokeAsync(configuration, signals.Token);
}
catch (BrokenPipeException)
{
    // The reader of the help text closed the pipe: it has read enough.
    return errors.Length > 0 ? ExitCode.Unusable : ExitCode.Done;
}
catch (DamsException e)
{
    // What the parser itself writes: help, and the version.
    Console.Error.WriteLine($"dams: {OptionWords.Of(e.Message)}");
    return ExitCode.Unusable;
}
