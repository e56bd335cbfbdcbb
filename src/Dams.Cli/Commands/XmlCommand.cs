using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Cli.Output;

namespace Dams.Cli.Commands;

/// <summary><c>dams xml PATH… --destination DIR</c>: takes patients out of the XML beside their images.</summary>
internal sealed class XmlCommand
{
    private readonly Argument<string[]> _paths = CommonOptions.Paths(isRequired: false);
    private readonly ListOptions _list = new(hasValidation: false);
    private readonly RuleOptions _rules = new();
    private readonly SubjectOptions _subjects = new();
    private readonly OutputOptions _output = new("Replace output that is there already.");
    private readonly RecognizerOption _recognizer = new();
    private readonly Option<string> _recipe = new("--recipe") { Description = "A recipe with rules for XML, beside those of the profile." };
    private readonly Option<string> _repaired = new("--repaired-series")
    {
        Description = "What dams link --json has written: which UID each segmentation had before its repair, and has now.",
    };
    private readonly Option<bool> _keepStructure = CommonOptions.KeepStructure();
    private readonly Option<int?> _jobs = CommonOptions.Jobs();

    public static Command Build()
    {
        var self = new XmlCommand();
        var command = new Command("xml", "Takes patients out of the XML beside their images.") { self._paths };
        PathQuotes.AddValidator(command, self._paths, self._recipe, self._repaired);
        self._output.AddTo(command);
        self._recognizer.AddTo(command);
        self._rules.AddProfileTo(command);
        command.Add(self._recipe);
        command.Add(self._repaired);
        self._subjects.AddTo(command);
        self._list.AddTo(command);
        command.Add(self._keepStructure);
        command.Add(self._jobs);
        command.Validators.Add(result => self._output.Check(result, isNeeded: true));
        command.Validators.Add(self.Check);
        command.SetBody(self.Run, CommonOptions.WithMrn());
        return command;
    }

    private void Check(CommandResult result)
    {
        var hasPaths = result.GetValue(_paths) is { Length: > 0 };
        if (_list.IsGiven(result) == hasPaths)
            result.AddError(hasPaths ? "Give paths or --list, not both." : "Give paths, or a patient list with --list.");
    }

    private int Run(ParseResult parsed, ConsoleListener listener, JsonLines? lines, CancellationToken cancellation)
    {
        var context = new RunContext(listener, cancellation) { Workers = parsed.GetValue(_jobs) };
        using var log = _output.StartLog(parsed, listener);
        var (rules, given) = _subjects.Separate(parsed, new Dictionary<string, string>());
        var run = new XmlProtectionRun(ReadOptions(parsed, rules, listener), context);
        var count = 0;
        foreach (var (paths, identity) in Inputs(parsed, given, context))
        {
            foreach (var result in run.Protect(paths, SidecarIndex.Read(paths, context), identity))
            {
                count++;
                lines?.Write("xml", EventObjects.Of(result, lines.HasMrn));
            }
        }
        if (count == 0 && listener.FailedCount == 0)
            throw SidecarErrors.NoXmlFound();
        if (lines is null)
            listener.WriteLine($"{count} XML files, {listener.FailedCount} failed.");
        return listener.FailedCount == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    // Rows of one patient are one input, and so are all paths.
    private IEnumerable<(IReadOnlyList<string> Paths, GivenIdentity Given)> Inputs(ParseResult parsed, GivenIdentity given, RunContext context)
    {
        if (!_list.IsGiven(parsed))
            return [(parsed.GetValue(_paths)!, given)];
        var options = _list.PlanOptions(parsed) with
        {
            Destination = _output.Destination(parsed),
            IgnoreIssuer = _subjects.IgnoresIssuer(parsed),
            AllowsNoInstances = true,
        };
        var plan = PatientListPlanner.Give(PatientListPlanner.Plan(_list.ReadRows(parsed, context.Listener), options, context), given);
        ListOptions.ReportRefused(plan, context.Listener);
        return plan.Where(patient => patient.Error is null).Select(patient => (patient.Folders, patient.Given));
    }

    private XmlProtectionOptions ReadOptions(ParseResult parsed, IReadOnlyDictionary<string, string> rules, IRunListener listener) =>
        new XmlProtectionOptions(_output.Destination(parsed), _rules.Build(parsed, rules), _output.ReadKey(parsed, listener))
        {
            Recipe = parsed.GetValue(_recipe) is { } recipe ? Path.GetFullPath(recipe) : null,
            Repaired = parsed.GetValue(_repaired) is { } repaired ? RepairedSeriesFile.Read(repaired) : [],
            SubjectMap = _subjects.ReadMap(parsed),
            SubjectPrefix = _subjects.Prefix(parsed),
            IgnoreIssuer = _subjects.IgnoresIssuer(parsed),
            KeepStructure = parsed.GetValue(_keepStructure),
            Force = _output.IsForced(parsed),
            Recognizer = _recognizer.Open(parsed),
        };
}
