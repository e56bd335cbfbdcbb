using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using Dams.Cli.Lists;

namespace Dams.Cli.Commands;

/// <summary>The options for patient lists.</summary>
internal sealed class ListOptions
{
    private const int LongestID = 64;

    private readonly Option<string> _list = new("--list") { Description = "A patient list, as a workbook or CSV, in place of paths." };
    private readonly Option<bool> _validate = new("--validate") { Description = "Check all paths or the whole list, print the plan and write nothing." };
    private readonly Option<string> _sheet = new("--sheet") { Description = "The sheet of the workbook, by its name or number." };
    private readonly Option<int?> _idWidth = new("--id-width") { Description = "How many digits subject ids have that the list holds as numbers." };

    public ListOptions() => _idWidth.Validators.Add(result => CommonOptions.ExpectNumber(result, "--id-width", LongestID));

    public void AddTo(Command command)
    {
        command.Add(_list);
        PathQuotes.AddValidator(command, _list);
        command.Add(_validate);
        command.Add(_sheet);
        command.Add(_idWidth);
        command.Validators.Add(Check);
    }

    public bool IsGiven(CommandResult result) => result.GetValue(_list) is not null;

    public bool IsGiven(ParseResult parsed) => IsGiven(parsed.CommandResult);

    public bool IsValidation(CommandResult result) => result.GetValue(_validate);

    public bool IsValidation(ParseResult parsed) => IsValidation(parsed.CommandResult);

    /// <summary>Makes the plan of the list, and reports what is wrong with its rows.</summary>
    /// <exception cref="DamsException">The list cannot be used as a whole.</exception>
    /// <param name="given">New values beside the list, for its one patient.</param>
    /// <param name="identities">From what the plan derives subjects; null where there is no key yet.</param>
    public IReadOnlyList<PlannedPatient> Plan(
        ParseResult parsed, string? destination, bool ignoresIssuer, GivenIdentity given, IdentityOptions? identities, RunContext context)
    {
        var options = new PlanOptions
        {
            Destination = destination,
            IdWidth = parsed.GetValue(_idWidth),
            IgnoreIssuer = ignoresIssuer,
            Identities = identities,
            IsValidation = IsValidation(parsed),
        };
        var rows = PatientListFile.Read(parsed.GetValue(_list)!, parsed.GetValue(_sheet), context.Listener);
        var plan = PatientListPlanner.Give(PatientListPlanner.Plan(rows, options, context), given);
        foreach (var patient in plan)
        {
            if (patient.Error is { } error)
                context.Listener.Fail(new FileFailure(patient.ToString(), "", error));
        }
        return plan;
    }

    private void Check(CommandResult result)
    {
        if (!IsGiven(result) && (result.GetResult(_idWidth) is not null || result.GetValue(_sheet) is not null))
            result.AddError("--sheet and --id-width are for a patient list: give one with --list.");
    }
}
