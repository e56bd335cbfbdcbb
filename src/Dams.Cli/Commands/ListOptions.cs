using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using Dams.Cli.Lists;

namespace Dams.Cli.Commands;

/// <summary>The options for patient lists.</summary>
/// <param name="argument">The argument that names a list or folders; null where an option names the list.</param>
/// <param name="hasValidation">Whether the plan alone can be asked for.</param>
internal sealed class ListOptions(Argument<string[]>? argument = null, bool hasValidation = true)
{
    private const int LongestID = 64;

    private readonly Option<string> _list = new("--list") { Description = "A patient list, as a workbook or CSV, in place of paths." };
    private readonly Option<bool> _validate = new("--validate") { Description = "Check all paths or the whole list, print the plan and write nothing." };
    private readonly Option<string> _sheet = new("--sheet") { Description = "The sheet of the workbook, by its name or number." };
    private readonly Option<int?> _idWidth = new("--id-width") { Description = "How many digits subject ids have that the list holds as numbers." };

    public void AddTo(Command command)
    {
        if (argument is null)
            command.Add(_list);
        PathQuotes.AddValidator(command, _list);
        if (hasValidation)
            command.Add(_validate);
        command.Add(_sheet);
        command.Add(_idWidth);
        _idWidth.Validators.Add(result => CommonOptions.ExpectNumber(result, "--id-width", LongestID));
        command.Validators.Add(Check);
    }

    public bool IsGiven(CommandResult result) => PathOf(result) is not null;

    public bool IsGiven(ParseResult parsed) => IsGiven(parsed.CommandResult);

    public bool IsValidation(CommandResult result) => hasValidation && result.GetValue(_validate);

    public bool IsValidation(ParseResult parsed) => IsValidation(parsed.CommandResult);

    /// <summary>Reads the rows of the list.</summary>
    /// <exception cref="DamsException">The list cannot be used as a whole.</exception>
    public IReadOnlyList<PatientListRow> ReadRows(ParseResult parsed, IRunListener listener) =>
        PatientListFile.Read(PathOf(parsed.CommandResult)!, parsed.GetValue(_sheet), listener);

    /// <summary>What these options say of how the list is to be checked.</summary>
    public PlanOptions PlanOptions(ParseResult parsed) => new() { IdWidth = parsed.GetValue(_idWidth), IsValidation = IsValidation(parsed) };

    /// <summary>Reports the patients of a plan with whom something is wrong.</summary>
    public static void ReportRefused(IReadOnlyList<PlannedPatient> plan, IRunListener listener)
    {
        foreach (var patient in plan)
        {
            if (patient.Error is { } error)
                listener.Fail(new FileFailure(patient.ToString(), patient.Rows.Count == 0 && patient.Folders.Count > 0 ? patient.Folders[0] : "", error));
        }
    }

    private string? PathOf(CommandResult result)
    {
        if (argument is null)
            return result.GetValue(_list);
        return result.GetValue(argument) is [var only] && PatientListFile.HasListName(only) ? only : null;
    }

    private void Check(CommandResult result)
    {
        if (!IsGiven(result) && (result.GetResult(_idWidth) is not null || result.GetValue(_sheet) is not null))
            result.AddError($"--sheet and --id-width are for a patient list: give one{(argument is null ? " with --list" : "")}.");
    }
}
