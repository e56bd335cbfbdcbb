using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Threading;
using Dams.Cli.Output;

namespace Dams.Cli.Commands;

/// <summary>The options of the commands that protect images.</summary>
internal sealed class ImageOptions(ListOptions list)
{
    private readonly RuleOptions _rules = new();
    private readonly SubjectOptions _subjects = new();
    private readonly OutputOptions _output = new();
    private readonly RecognizerOption _recognizer = new();
    private readonly Option<string> _backup =
        new("--backup") { Description = "With --in-place: a folder that keeps the originals, for their owner only." };
    private readonly Option<bool> _resume =
        new("--resume") { Description = "Leave output that an earlier run finished; write what it did not." };
    private readonly Option<string> _exportMap = new("--export-map") { Description = "Merge the key that leads back into this CSV." };
    private readonly Option<string> _patientNameFormat = new("--patient-name-format")
    {
        Description = "How the new PatientName is made.",
        DefaultValueFactory = _ => ProtectionOptions.DefaultPatientNameFormat,
    };
    private readonly Option<bool> _keepStructure = CommonOptions.KeepStructure();
    private readonly Option<int?> _jobs = CommonOptions.Jobs();

    public void AddTo(Command command)
    {
        _output.AddTo(command);
        _recognizer.AddTo(command);
        _rules.AddTo(command);
        _subjects.AddTo(command);
        list.AddTo(command);
        command.Add(_exportMap);
        command.Add(_patientNameFormat);
        command.Add(_keepStructure);
        command.Add(_backup);
        command.Add(_resume);
        command.Add(_jobs);
        PathQuotes.AddValidator(command, _exportMap, _backup);
        command.Validators.Add(result => _output.Check(result, isNeeded: !list.IsValidation(result)));
    }

    /// <summary>Whether values are given for one patient.</summary>
    public bool GiveValues(CommandResult result) => _subjects.AreGiven(result);

    public RunContext ContextOf(ParseResult parsed, IRunListener listener, CancellationToken cancellation) =>
        new(listener, cancellation) { Workers = parsed.GetValue(_jobs) };

    /// <summary>The values that are given for one patient, and the replacements that are rules for all.</summary>
    public (IReadOnlyDictionary<string, string> Rules, GivenIdentity Given) Separate(ParseResult parsed) =>
        _subjects.Separate(parsed, _rules.Replacements(parsed));

    /// <summary>What a run is asked to do; asks the user, where files are to be replaced in place.</summary>
    /// <exception cref="DamsException">The options cannot be used, or the user does not agree.</exception>
    public ProtectionOptions Read(ParseResult parsed, IReadOnlyDictionary<string, string> rules, IRunListener listener)
    {
        var options = Build(parsed, rules, _output.ReadKey(parsed, listener));
        if (options.InPlace && !options.Force)
            ConsoleQuestion.ConfirmInPlace(options.Backup is not null);
        return options;
    }

    /// <summary>The same for a plan, which makes no key: where there is none, the subjects are not those of the run.</summary>
    public ProtectionOptions ReadForPlan(ParseResult parsed, IReadOnlyDictionary<string, string> rules, out bool isKeyKnown)
    {
        var key = _output.ReadExistingKey(parsed);
        isKeyKnown = key is not null;
        return Build(parsed, rules, key ?? ProtectionKey.CreateTemporary());
    }

    /// <summary>How a patient list is to be checked.</summary>
    /// <param name="run">What the run would be asked to do.</param>
    /// <param name="isKeyKnown">Whether the subjects that the key makes are those of the run; else the plan does not name them.</param>
    public PlanOptions PlanOptions(ParseResult parsed, ProtectionOptions run, bool isKeyKnown) => list.PlanOptions(parsed) with
    {
        Destination = _output.Destination(parsed),
        IgnoreIssuer = run.IgnoreIssuer,
        Identities = isKeyKnown ? run : null,
        SubjectMap = run.SubjectMap,
        PatientNameFormat = run.PatientNameFormat,
    };

    /// <summary>Makes sure that what has to be written beside the images can be, and starts the log of failures; null where none was asked for.</summary>
    public FailureLog? Prepare(ParseResult parsed, ConsoleListener listener, CancellationToken cancellation)
    {
        if (parsed.GetValue(_exportMap) is { } map)
            SubjectMap.EnsureWritable(map, cancellation);
        return _output.StartLog(parsed, listener);
    }

    private ProtectionOptions Build(ParseResult parsed, IReadOnlyDictionary<string, string> rules, ProtectionKey key) =>
        new(_output.Destination(parsed) ?? "", _rules.Build(parsed, rules), key)
        {
            ExportMap = parsed.GetValue(_exportMap),
            SubjectMap = _subjects.ReadMap(parsed),
            SubjectPrefix = _subjects.Prefix(parsed),
            PatientNameFormat = parsed.GetValue(_patientNameFormat)!,
            IgnoreIssuer = _subjects.IgnoresIssuer(parsed),
            KeepStructure = parsed.GetValue(_keepStructure),
            Force = _output.IsForced(parsed),
            Recognizer = _recognizer.Open(parsed),
            InPlace = _output.IsInPlace(parsed),
            Backup = parsed.GetValue(_backup),
            Resume = parsed.GetValue(_resume),
        };
}
