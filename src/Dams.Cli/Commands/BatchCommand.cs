using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Threading;
using Dams.Cli.Lists;
using Dams.Cli.Output;

namespace Dams.Cli.Commands;

/// <summary><c>dams batch LIST|FOLDER… --destination DIR</c>: the whole job for each patient.</summary>
internal sealed class BatchCommand
{
    private static readonly GivenIdentity Nobody = new(null, null, null);

    private readonly Argument<string[]> _patients = new("list-or-folder")
    {
        Description = "A patient list, as a workbook or CSV, or folders, each of one patient.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly ListOptions _list;
    private readonly ImageOptions _images;
    private readonly SegmentationOptions _segmentations = new();

    private BatchCommand()
    {
        _list = new ListOptions(_patients);
        _images = new ImageOptions(_list);
    }

    public static Command Build()
    {
        var self = new BatchCommand();
        var command = new Command("batch", "Does the whole job for each patient: repairs and links segmentations, protects images and XML, and keeps the map.")
        {
            self._patients,
        };
        PathQuotes.AddValidator(command, self._patients);
        self._images.AddTo(command);
        self._segmentations.AddTo(command);
        command.Validators.Add(self.Check);
        command.SetBody(self.Run, CommonOptions.WithMrn());
        return command;
    }

    private void Check(CommandResult result)
    {
        if (result.GetValue(_patients) is { Length: > 1 } several && Array.Exists(several, PatientListFile.HasListName))
            result.AddError("Give one patient list, or folders.");
    }

    private int Run(ParseResult parsed, ConsoleListener listener, JsonLines? lines, CancellationToken cancellation)
    {
        var context = _images.ContextOf(parsed, listener, cancellation);
        var (rules, given) = _images.Separate(parsed);
        if (_list.IsValidation(parsed))
        {
            var run = _images.ReadForPlan(parsed, rules, out var isKeyKnown);
            var planned = Plan(parsed, given, run, isKeyKnown, context);
            ListOptions.ReportRefused(planned, listener);
            PlanTable.Write(planned, listener, lines);
            return planned.Count == 0 ? ExitCode.Unusable : PlanTable.IsFlawless(planned, listener) ? ExitCode.Done : ExitCode.SomeFailed;
        }
        using var log = _images.Prepare(parsed, listener, cancellation);
        var options = _segmentations.Apply(parsed, new PatientBatchOptions(_images.Read(parsed, rules, listener)));
        var plan = Plan(parsed, given, options.Protection, isKeyKnown: true, context);
        BatchRun.Run(options, plan, listener, lines, context);
        return plan.Count == 0 ? ExitCode.Unusable : listener.FailedCount == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    // What the options give for all is given to the plan, which knows whether it has one patient.
    private IReadOnlyList<PlannedPatient> Plan(ParseResult parsed, GivenIdentity given, ProtectionOptions run, bool isKeyKnown, RunContext context)
    {
        var rows = _list.IsGiven(parsed) ? _list.ReadRows(parsed, context.Listener) : ReadFolders(parsed, context.Listener);
        return PatientListPlanner.Give(PatientListPlanner.Plan(rows, _images.PlanOptions(parsed, run, isKeyKnown), context), given);
    }

    private IReadOnlyList<PatientListRow> ReadFolders(ParseResult parsed, IRunListener listener)
    {
        var reader = new PatientListReader(Path.GetFullPath);
        var folders = parsed.GetValue(_patients)!;
        for (var i = 0; i < folders.Length; i++)
        {
            if (Path.Exists(folders[i]))
                reader.AddFolder(folders[i], Nobody);
            else
                listener.Fail(new FileFailure($"Path {i + 1}", folders[i], FileErrors.NoSuchPath()));
        }
        return reader.Rows;
    }
}
