using System;
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
    private readonly Option<string> _destination =
        new("--destination") { Description = "The folder for the output; needed unless --in-place or --validate is given." };
    private readonly UnattendedOptions _unattendedOptions = new();
    private readonly Option<string> _profile = new("--profile")
    {
        Description = $"{string.Join(" or ", ProfileBuilder.Names)}.",
        DefaultValueFactory = _ => ProfileBuilder.Basic,
    };
    private readonly Option<ProfileOption[]> _option =
        new("--option")
        {
            Description = "An option of PS3.15 annex E; may be given several times.",
            AllowMultipleArgumentsPerToken = true,
            CustomParser = ProfileOptions,
        };
    private readonly Option<string[]> _remove = Several("--remove", "A keyword or tag to remove.");
    private readonly Option<string[]> _keep = Several("--keep", "A keyword or tag to keep as it is.");
    private readonly Option<string[]> _replace = Several("--replace", "KEYWORD=VALUE: a new value.");
    private readonly ListOptions _listOptions = new();
    private readonly Option<string> _subjectId = new("--subject-id") { Description = "The subject id, where all files are of one patient." };
    private readonly Option<string> _patientName = new("--patient-name") { Description = "The new PatientName." };
    private readonly Option<string> _patientBirthDate = new("--patient-birth-date") { Description = "The new PatientBirthDate, YYYYMMDD." };
    private readonly Option<string> _subjectMap = new("--subject-map") { Description = "A CSV subj,MRN,CT_date with subjects that are given." };
    private readonly Option<string> _exportMap = new("--export-map") { Description = "Merge the key that leads back into this CSV." };
    private readonly Option<string> _subjectPrefix =
        new("--subject-prefix") { Description = "What derived subject ids start with.", DefaultValueFactory = _ => IdentityOptions.DefaultSubjectPrefix };
    private readonly Option<string> _patientNameFormat = new("--patient-name-format")
    {
        Description = "How the new PatientName is made.",
        DefaultValueFactory = _ => ProtectionOptions.DefaultPatientNameFormat,
    };
    private readonly Option<string> _key = new("--key", "--key-path") { Description = "The key file; the user's own unless given." };
    private readonly Option<bool> _ignoreIssuer = new("--ignore-issuer") { Description = "Tell patients apart by PatientID alone." };
    private readonly Option<bool> _keepStructure = new("--keep-structure") { Description = "Keep the folders and names of the source." };
    private readonly Option<bool> _force = new("--force") { Description = "Replace output that is there already; with --in-place, do not ask." };
    private readonly Option<int> _jobs = CommonOptions.Jobs();
    private readonly Option<bool> _json = CommonOptions.Json();

    public static Command Build()
    {
        var self = new ProtectCommand();
        var command = new Command("protect", "Turns series of patients into series of subjects.")
        {
            self._paths, self._destination, self._profile, self._option, self._remove, self._keep, self._replace,
            self._subjectId, self._patientName, self._patientBirthDate, self._subjectMap, self._exportMap,
            self._subjectPrefix, self._patientNameFormat, self._key, self._ignoreIssuer, self._keepStructure, self._force,
            self._jobs, self._json,
        };
        PathQuotes.AddValidator(command, self._paths, self._destination, self._subjectMap, self._exportMap, self._key);
        self._listOptions.AddTo(command);
        self._unattendedOptions.AddTo(command);
        command.Validators.Add(self.Check);
        command.SetBody(self._json, self.Run);
        return command;
    }

    private void Check(CommandResult result)
    {
        bool Has(Symbol symbol) => symbol is Option option ? result.GetResult(option) is { Implicit: false } : result.GetValue(_paths) is { Length: > 0 };
        if (!Has(_destination) && !_unattendedOptions.IsInPlace(result) && !_listOptions.IsValidation(result))
            result.AddError("Option '--destination' is required.");
        if (Has(_destination) && _unattendedOptions.IsInPlace(result))
            result.AddError("Give --destination or --in-place, not both.");
        if (_listOptions.IsGiven(result) == Has(_paths))
            result.AddError(Has(_paths) ? "Give paths or --list, not both." : "Give paths, or a patient list with --list.");
        if (_listOptions.IsGiven(result) && (Has(_subjectId) || Has(_patientName) || Has(_patientBirthDate)))
            result.AddError("With --list, new values come from the list.");
    }

    private int Run(ParseResult parsed, ConsoleListener listener, JsonLines? lines, CancellationToken cancellation)
    {
        if (_listOptions.IsValidation(parsed))
        {
            var plan = Validate(parsed, ContextOf(parsed, listener, cancellation));
            PlanTable.Write(plan, listener, lines);
            return plan.All(patient => patient.Error is null && patient.UnreadableCount == 0) && listener.FailedCount == 0 ? ExitCode.Done : ExitCode.SomeFailed;
        }
        if (parsed.GetValue(_exportMap) is { } exported)
            SubjectMap.EnsureWritable(exported, cancellation);
        using var log = _unattendedOptions.StartLog(parsed, parsed.GetValue(_destination), listener);
        if (_listOptions.IsGiven(parsed))
            RunList(parsed, listener, lines, ContextOf(parsed, listener, cancellation));
        else
            RunPaths(parsed, listener, lines, ContextOf(parsed, listener, cancellation));
        return listener.FailedCount == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    // A plan makes no key: where there is none, the subjects are not known yet.
    private IReadOnlyList<PlannedPatient> Validate(ParseResult parsed, RunContext context)
    {
        var key = KeySource.ReadExisting(parsed.GetValue(_key));
        var (replacements, given) = GivenOf(parsed);
        var options = OptionsOf(parsed, replacements, key ?? ProtectionKey.CreateTemporary());
        if (_listOptions.IsGiven(parsed))
            return Plan(parsed, given, key is null ? null : options, context);
        var series = SeriesIndex.Read(parsed.GetValue(_paths)!, context);
        if (series.Count == 0)
            throw FileErrors.NothingFound();
        var plan = SeriesPlanner.Plan([.. series.Select(one => (one, given))], options, key is not null, context);
        foreach (var patient in plan)
        {
            if (patient.Error is { } error)
                context.Listener.Fail(new FileFailure("A patient", patient.Folders[0], error));
        }
        return plan;
    }

    private (IReadOnlyDictionary<string, string> Replacements, GivenIdentity Given) GivenOf(ParseResult parsed)
    {
        var (subjectId, patientName) = (parsed.GetValue(_subjectId), parsed.GetValue(_patientName));
        var replacements = IdentityReplacements.Extract(ReplacementsOf(parsed), ref subjectId, ref patientName);
        var birthDate = parsed.GetValue(_patientBirthDate) is { } date && !string.IsNullOrWhiteSpace(date) ? BirthDate.Read(date) : null;
        return (replacements, new GivenIdentity(subjectId, patientName, birthDate));
    }

    private void RunPaths(ParseResult parsed, ConsoleListener listener, JsonLines? lines, RunContext context)
    {
        var (replacements, given) = GivenOf(parsed);
        var options = RunOptionsOf(parsed, replacements, listener);
        var series = SeriesIndex.Read(parsed.GetValue(_paths)!, context);
        if (series.Count == 0)
            throw FileErrors.NothingFound();
        SeriesProtection.Run(options, series, given, listener, lines, context);
    }

    private void RunList(ParseResult parsed, ConsoleListener listener, JsonLines? lines, RunContext context)
    {
        // Errors in the options are reported before the folders of the list are read, which takes longer.
        var (replacements, given) = GivenOf(parsed);
        var options = RunOptionsOf(parsed, replacements, listener);
        PlanProtection.Run(options, Plan(parsed, given, options, context), listener, lines, context);
    }

    // With a list, a new identity comes from --replace alone.
    private IReadOnlyList<PlannedPatient> Plan(ParseResult parsed, GivenIdentity given, IdentityOptions? identities, RunContext context) =>
        _listOptions.Plan(parsed, parsed.GetValue(_destination), parsed.GetValue(_ignoreIssuer), given, identities, context);

    private RunContext ContextOf(ParseResult parsed, IRunListener listener, CancellationToken cancellation) =>
        new(listener, cancellation) { Workers = parsed.GetValue(_jobs) };

    private ProtectionOptions RunOptionsOf(ParseResult parsed, IReadOnlyDictionary<string, string> replacements, IRunListener listener)
    {
        var options = OptionsOf(parsed, replacements, KeySource.Read(parsed.GetValue(_key), listener));
        UnattendedOptions.Confirm(options);
        return options;
    }

    private ProtectionOptions OptionsOf(ParseResult parsed, IReadOnlyDictionary<string, string> replacements, ProtectionKey key) =>
        _unattendedOptions.Apply(parsed, new(parsed.GetValue(_destination) ?? "", ProfileOf(parsed, replacements), key)
        {
            ExportMap = parsed.GetValue(_exportMap),
            SubjectMap = parsed.GetValue(_subjectMap) is { } map ? SubjectMap.Read(map) : null,
            SubjectPrefix = parsed.GetValue(_subjectPrefix)!,
            PatientNameFormat = parsed.GetValue(_patientNameFormat)!,
            IgnoreIssuer = parsed.GetValue(_ignoreIssuer),
            KeepStructure = parsed.GetValue(_keepStructure),
            Force = parsed.GetValue(_force),
        });

    private Profile ProfileOf(ParseResult parsed, IReadOnlyDictionary<string, string> replacements) => ProfileBuilder.Build(new ProfileRequest(
        parsed.GetValue(_profile)!,
        parsed.GetValue(_option) ?? [],
        parsed.GetValue(_remove) ?? [],
        parsed.GetValue(_keep) ?? [],
        replacements));

    // As in a recipe: of two values for one attribute the later wins.
    private Dictionary<string, string> ReplacementsOf(ParseResult parsed)
    {
        var replacements = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in parsed.GetValue(_replace) ?? [])
        {
            var separator = text.IndexOf('=', StringComparison.Ordinal);
            if (separator <= 0)
                throw DicomErrors.UnknownAttribute(text);
            replacements[text[..separator]] = text[(separator + 1)..];
        }
        return replacements;
    }

    // The parser's own words name a type of .NET, and repeat what was written: a folder of a patient, where it came to stand here.
    private static ProfileOption[]? ProfileOptions(ArgumentResult result)
    {
        var options = new List<ProfileOption>();
        foreach (var token in result.Tokens)
        {
            var name = Enum.GetNames<ProfileOption>().FirstOrDefault(name => name.Equals(token.Value, StringComparison.OrdinalIgnoreCase));
            if (name is null)
                result.AddError($"What stands behind --option is no option of a profile. Choose from {string.Join(", ", Enum.GetNames<ProfileOption>())}.");
            else
                options.Add(Enum.Parse<ProfileOption>(name));
        }
        return [.. options];
    }

    private static Option<string[]> Several(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true };
}
