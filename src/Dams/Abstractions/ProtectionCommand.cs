using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>A cmdlet that protects images.</summary>
public abstract class ProtectionCommand : ProfileCommand
{
    private Func<ProtectionOptions>? _options;
    private FailureLog? _log;
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

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? FailureLog { get; set; }

    /// <inheritdoc/>
    protected override IRunListener Listener => _log ?? base.Listener;

    protected override bool NeedsPlace => !Validate;

    protected override IReadOnlyList<string> Removed => Remove;

    protected override IReadOnlyList<string> Kept => Keep;

    protected override IReadOnlyDictionary<string, string> Replacements() => Replace.Keys.Cast<object>()
        .ToDictionary(key => key.ToString()!, key => LanguagePrimitives.ConvertTo<string>(Replace[key]));

    protected override void Begin()
    {
        base.Begin();
        var backup = Backup is null ? null : Paths.ResolveParameter(nameof(Backup), Backup);
        var profile = BuildProfile();
        var map = ReadSubjectMap();
        var key = ReadGivenKey();
        if (FailureLog is not null && !Validate)
            _log = new FailureLog(Paths.ResolveParameter(nameof(FailureLog), FailureLog), Destination, base.Listener);
        // The user's own key is made on first use, which a run with -WhatIf is not.
        _options = () => new ProtectionOptions(Destination ?? "", profile, key ??= KeySource.Read(null, Listener))
        {
            SubjectMap = map,
            SubjectPrefix = SubjectPrefix,
            PatientNameFormat = PatientNameFormat,
            IgnoreIssuer = IgnoreIssuer,
            KeepStructure = KeepStructure,
            Force = Force,
            Resume = Resume,
            InPlace = InPlace,
            Backup = backup,
        };
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _log?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>What a run is asked to do.</summary>
    protected ProtectionOptions Options() => _options!();

    /// <summary>Whether something may be written; in place, originals go, so that somebody has to say yes.</summary>
    protected bool MayWrite(string target)
    {
        if (!ShouldProcess(target, $"Protect with {Profile} {Target}"))
            return false;
        return !InPlace || Force || MyInvocation.BoundParameters.ContainsKey("Confirm") || IsUnattended
            || ShouldContinue($"{target}: the originals are replaced.", "Protect in place", ref _yesToAll, ref _noToAll);
    }

    /// <summary>Writes the summary to the information stream, for scripts that use -InformationVariable.</summary>
    protected void WriteSummary(RunSummary summary) => WriteInformation(summary, ["Dams", "Summary"]);

    private bool IsUnattended => GetVariableValue("ConfirmPreference") is ConfirmImpact.None or "None";
}
