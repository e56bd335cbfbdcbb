using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>A cmdlet that protects images.</summary>
public abstract class ProtectionCommand : ProfileCommand
{
    private Func<bool, ProtectionOptions>? _options;
    private bool _hasKey;
    private bool _yesToAll;
    private bool _noToAll;

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Backup { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(TagCompleter))]
    public string[] Remove { get; set; } = [];

    [Parameter]
    [ArgumentCompleter(typeof(TagCompleter))]
    public string[] Keep { get; set; } = [];

    [Parameter]
    public IDictionary Replace { get; set; } = new Hashtable();

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string PatientNameFormat { get; set; } = ProtectionOptions.DefaultPatientNameFormat;

    [Parameter]
    public SwitchParameter Validate { get; set; }

    [Parameter]
    public SwitchParameter Resume { get; set; }

    protected override string Target => InPlace ? Backup is null ? "in place, without a backup" : "in place, with a backup" : base.Target;

    protected override bool NeedsPlace => !Validate;

    protected override IReadOnlyList<string> Removed => Remove;

    protected override IReadOnlyList<string> Kept => Keep;

    protected override IReadOnlyDictionary<string, string> Replacements() => SeparateReplacements().Rules;

    protected override GivenIdentity ReadGiven() => SeparateReplacements().Given;

    // A value for PatientID or PatientName names one patient and is no rule for all.
    private (IReadOnlyDictionary<string, string> Rules, GivenIdentity Given) SeparateReplacements()
    {
        var replacements = Replace.Keys.Cast<object>().ToDictionary(key => key.ToString()!, key => LanguagePrimitives.ConvertTo<string>(Replace[key]));
        var given = base.ReadGiven();
        var (subjectID, patientName) = (given.SubjectID, given.PatientName);
        var rules = IdentityReplacements.Extract(replacements, ref subjectID, ref patientName);
        return (rules, new GivenIdentity(subjectID, patientName, given.PatientBirthDate));
    }

    protected override void Begin()
    {
        base.Begin();
        var backup = Backup is null ? null : Paths.ResolveParameter(nameof(Backup), Backup);
        var profile = BuildProfile();
        var map = ReadSubjectMap();
        var key = ReadGivenKey();
        if (!Validate)
            StartLog(Destination);
        // The user's own key is made on first use, which neither a run with -WhatIf nor one with -Validate is.
        _options = mayMake => WithParameters(
            new ProtectionOptions(Destination ?? "", profile, key ??= mayMake ? KeySource.Read(null, Listener) : ProtectionKey.CreateTemporary())
            {
                PatientNameFormat = PatientNameFormat,
                Resume = Resume,
                InPlace = InPlace,
                Backup = backup,
            },
            map);
        if (IsPlanOnly)
        {
            key ??= KeySource.ReadExisting(null);
            _hasKey = key is not null;
        }
    }

    /// <summary>What a run is asked to do.</summary>
    protected ProtectionOptions Options() => _options!(true);

    /// <summary>The same for a plan, which makes no key: where there is none, the subjects are not those of the run.</summary>
    protected ProtectionOptions PlanningOptions(out bool isKeyKnown)
    {
        isKeyKnown = _hasKey;
        return _options!(false);
    }

    protected override bool IsPlanOnly => Validate || IsWhatIf;

    protected override IdentityOptions? PlannedIdentities => _hasKey ? _options!(false) : null;

    /// <summary>Whether something may be written; in place, originals go, so that somebody has to say yes.</summary>
    protected bool MayWrite(string target)
    {
        if (!ShouldProcess(target, $"Protect with {Profile} {Target}"))
            return false;
        return !InPlace || Force || MyInvocation.BoundParameters.ContainsKey("Confirm") || IsUnattended
            || ShouldContinue($"{target}: the originals are replaced{BackupWords}.", "Protect in place", hasSecurityImpact: true, ref _yesToAll, ref _noToAll);
    }

    /// <summary>Writes the summary to the information stream, for scripts that use -InformationVariable.</summary>
    protected void WriteSummary(RunSummary summary) => WriteInformation(summary, ["Dams", "Summary"]);

    private string BackupWords => Backup is null ? "; there is no backup (-Backup), so that they are lost" : "; the backup keeps them";

    private bool IsUnattended => GetVariableValue("ConfirmPreference") is ConfirmImpact.None or "None";
}
