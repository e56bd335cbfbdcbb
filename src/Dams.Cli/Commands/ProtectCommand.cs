using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using System.Threading;
using Dams.Cli.Lists;
using Dams.Cli.Output;

namespace Dams.Cli.Commands;

/// <summary><c>dams protect PATH… --destination DIR</c>: turns series of patients into series of subjects.</summary>
internal sealed class ProtectCommand
{
    private readonly Argument<string[]> _paths = CommonOptions.Paths(isRequired: false);
    private readonly ListOptions _list = new();
    private readonly ImageOptions _images;

    private ProtectCommand() => _images = new ImageOptions(_list);

    public static Command Build()
    {
        var self = new ProtectCommand();
        var command = new Command("protect", "Turns series of patients into series of subjects.") { self._paths };
        PathQuotes.AddValidator(command, self._paths);
        self._images.AddTo(command);
        command.Validators.Add(self.Check);
        command.SetBody(self.Run, CommonOptions.WithMrn());
        return command;
    }

    private void Check(CommandResult result)
    {
        var hasPaths = result.GetValue(_paths) is { Length: > 0 };
        if (_list.IsGiven(result) == hasPaths)
            result.AddError(hasPaths ? "Give paths or --list, not both." : "Give paths, or a patient list with --list.");
        if (_list.IsGiven(result) && _images.GiveValues(result))
            result.AddError("With --list, new values come from the list.");
    }

    private int Run(ParseResult parsed, ConsoleListener listener, JsonLines? lines, CancellationToken cancellation)
    {
        var context = _images.ContextOf(parsed, listener, cancellation);
        if (_list.IsValidation(parsed))
        {
            var plan = Validate(parsed, context);
            PlanTable.Write(plan, listener, lines);
            return PlanTable.IsFlawless(plan, listener) ? ExitCode.Done : ExitCode.SomeFailed;
        }
        using var log = _images.Prepare(parsed, listener, cancellation);
        if (_list.IsGiven(parsed))
            RunList(parsed, listener, lines, context);
        else
            RunPaths(parsed, listener, lines, context);
        return listener.FailedCount == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    // A plan makes no key: where there is none, the subjects are not known yet.
    private IReadOnlyList<PlannedPatient> Validate(ParseResult parsed, RunContext context)
    {
        var (rules, given) = _images.Separate(parsed);
        var options = _images.ReadForPlan(parsed, rules, out var isKeyKnown);
        if (_list.IsGiven(parsed))
            return Plan(parsed, given, options, isKeyKnown, context);
        var series = ReadSeries(parsed, context);
        var plan = SeriesPlanner.Plan([.. series.Select(one => (one, given))], options, isKeyKnown, context);
        foreach (var patient in plan)
        {
            if (patient.Error is { } error)
                context.Listener.Fail(new FileFailure("A patient", patient.Folders[0], error));
        }
        return plan;
    }

    private void RunPaths(ParseResult parsed, ConsoleListener listener, JsonLines? lines, RunContext context)
    {
        var (rules, given) = _images.Separate(parsed);
        var options = _images.Read(parsed, rules, listener);
        SeriesProtection.Run(options, ReadSeries(parsed, context), given, listener, lines, context);
    }

    private void RunList(ParseResult parsed, ConsoleListener listener, JsonLines? lines, RunContext context)
    {
        // Errors in the options are reported before the folders of the list are read, which takes longer.
        var (rules, given) = _images.Separate(parsed);
        var options = _images.Read(parsed, rules, listener);
        PlanProtection.Run(options, Plan(parsed, given, options, isKeyKnown: true, context), listener, lines, context);
    }

    private IReadOnlyList<DicomSeries> ReadSeries(ParseResult parsed, RunContext context)
    {
        var series = SeriesIndex.Read(parsed.GetValue(_paths)!, context);
        return series.Count > 0 ? series : throw FileErrors.NothingFound();
    }

    // With a list, a new identity comes from --replace alone.
    private IReadOnlyList<PlannedPatient> Plan(ParseResult parsed, GivenIdentity given, ProtectionOptions options, bool isKeyKnown, RunContext context)
    {
        var plan = PatientListPlanner.Give(
            PatientListPlanner.Plan(_list.ReadRows(parsed, context.Listener), _images.PlanOptions(parsed, options, isKeyKnown), context), given);
        ListOptions.ReportRefused(plan, context.Listener);
        return plan;
    }
}
