using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;

namespace Dams.Cli.Commands;

/// <summary>The options for whom each patient becomes: values that are given, and how others are derived.</summary>
internal sealed class SubjectOptions
{
    private readonly Option<string> _subjectId = new("--subject-id") { Description = "The subject id, where all files are of one patient." };
    private readonly Option<string> _patientName = new("--patient-name") { Description = "The new PatientName." };
    private readonly Option<string> _patientBirthDate = new("--patient-birth-date") { Description = "The new PatientBirthDate, YYYYMMDD." };
    private readonly Option<string> _subjectMap = new("--subject-map") { Description = "A CSV subj,MRN,CT_date with subjects that are given." };
    private readonly Option<string> _subjectPrefix =
        new("--subject-prefix") { Description = "What derived subject ids start with.", DefaultValueFactory = _ => IdentityOptions.DefaultSubjectPrefix };
    private readonly Option<bool> _ignoreIssuer = new("--ignore-issuer") { Description = "Tell patients apart by PatientID alone." };

    public void AddTo(Command command)
    {
        command.Add(_subjectId);
        command.Add(_patientName);
        command.Add(_patientBirthDate);
        command.Add(_subjectMap);
        command.Add(_subjectPrefix);
        command.Add(_ignoreIssuer);
        PathQuotes.AddValidator(command, _subjectMap);
    }

    /// <summary>Whether values are given for one patient.</summary>
    public bool AreGiven(CommandResult result) =>
        result.GetResult(_subjectId) is not null || result.GetResult(_patientName) is not null || result.GetResult(_patientBirthDate) is not null;

    /// <summary>The values that are given for one patient, and the replacements that are rules for all.</summary>
    /// <param name="replacements">All replacements: one of PatientID or PatientName names one patient.</param>
    public (IReadOnlyDictionary<string, string> Rules, GivenIdentity Given) Separate(
        ParseResult parsed, IReadOnlyDictionary<string, string> replacements)
    {
        var (subjectId, patientName) = (parsed.GetValue(_subjectId), parsed.GetValue(_patientName));
        var rules = IdentityReplacements.Extract(replacements, ref subjectId, ref patientName);
        var birthDate = parsed.GetValue(_patientBirthDate) is { } date && !string.IsNullOrWhiteSpace(date) ? BirthDate.Read(date) : null;
        return (rules, new GivenIdentity(subjectId, patientName, birthDate));
    }

    /// <summary>The lines that say which subject is which patient; null where none are given.</summary>
    public SubjectMap? ReadMap(ParseResult parsed) => parsed.GetValue(_subjectMap) is { } map ? SubjectMap.Read(map) : null;

    public string Prefix(ParseResult parsed) => parsed.GetValue(_subjectPrefix)!;

    public bool IgnoresIssuer(ParseResult parsed) => parsed.GetValue(_ignoreIssuer);
}
