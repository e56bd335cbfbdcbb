using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Dams.Batches;
using Dams.Profiles;
using Dams.Subjects;

namespace Dams.Commands;

/// <summary>Protect-DicomPatient: turns series of patients into series of subjects.</summary>
[Cmdlet(VerbsSecurity.Protect, "DicomPatient", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(ProtectedSeries))]
public sealed class ProtectDicomPatientCommand : DamsCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string InputSet = "Input";

    private GivenIdentity? _given;
    private Func<ProtectionOptions>? _options;
    private ProtectionRun? _run;
    private int _rowNumber;
    private int _seriesNumber;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [AllowEmptyString]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP", "FullName", "Patient_Dir_Paths")]
    [AllowEmptyString]
    public string[] LiteralPath { get; set; } = [];

    // Series, paths and rows of lists all bind here and are told apart later: no binder's error can hold a row.
    [Parameter(Mandatory = true, ParameterSetName = InputSet, ValueFromPipeline = true)]
    public PSObject[] InputObject { get; set; } = [];

    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = "";

    [Parameter]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    [ValidateNotNullOrEmpty]
    public string Profile { get; set; } = ProfileBuilder.Basic;

    [Parameter]
    public ProfileOption[] Option { get; set; } = [];

    [Parameter]
    [ArgumentCompleter(typeof(TagCompleter))]
    public string[] Remove { get; set; } = [];

    [Parameter]
    [ArgumentCompleter(typeof(TagCompleter))]
    public string[] Keep { get; set; } = [];

    [Parameter]
    public IDictionary Replace { get; set; } = new Hashtable();

    [Parameter]
    [Alias("Patient_ID", "subj")]
    public string? SubjectID { get; set; }

    [Parameter]
    [Alias("Patient_Name", "Patient Name")]
    public string? PatientName { get; set; }

    [Parameter]
    [Alias("Date_of_Birth")]
    [DicomDateTransformation]
    public string? PatientBirthDate { get; set; }

    [Parameter]
    [ValidateNotNull]
    public object? SubjectMap { get; set; }

    [Parameter]
    public string SubjectPrefix { get; set; } = SubjectIds.DefaultPrefix;

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string PatientNameFormat { get; set; } = Subjects.PatientNameFormat.Default;

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KeyPath { get; set; }

    [Parameter]
    public SwitchParameter IgnoreIssuer { get; set; }

    [Parameter]
    public SwitchParameter KeepStructure { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    protected override void Begin()
    {
        var (subjectID, patientName) = (SubjectID, PatientName);
        var replacements = IdentityReplacements.Take(Texts(Replace), ref subjectID, ref patientName);
        _given = new GivenIdentity(subjectID, patientName, PatientBirthDate);
        var destination = Paths.Single(nameof(Destination), Destination);
        var profile = BuildProfile(replacements);
        var map = SubjectMap is null ? null : SubjectMaps.Read(SubjectMap, Paths);
        var key = KeyPath is null ? null : ProtectionKey.Read(Paths.Single(nameof(KeyPath), KeyPath));
        // The user's own key is made on first use, which a run with -WhatIf is not.
        _options = () => new ProtectionOptions(destination, profile, key ?? KeySource.Read(null, Paths, Listener))
        {
            SubjectMap = map,
            SubjectPrefix = SubjectPrefix,
            PatientNameFormat = PatientNameFormat,
            IgnoreIssuer = IgnoreIssuer,
            KeepStructure = KeepStructure,
            Force = Force,
            Workers = ThrottleLimit,
        };
        Destination = destination;
    }

    protected override void Process()
    {
        if (ParameterSetName != InputSet)
            ProtectPaths(Paths.Find(ParameterSetName == PathSet ? Path : LiteralPath, ParameterSetName == LiteralPathSet), _given!);
        foreach (var given in InputObject)
        {
            if (given.BaseObject is DicomSeries series)
                Protect(series, _given!);
            else if (GivenPath.Of(given) is { } path)
                ProtectPaths(Paths.Find([path], areLiteral: given.BaseObject is not string), _given!);
            else
                ProtectRow(new PatientRow(given));
        }
    }

    protected override void End()
    {
        foreach (var result in _run?.Complete() ?? [])
            WriteObject(result);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _run?.Dispose();
        base.Dispose(disposing);
    }

    private void ProtectRow(PatientRow row)
    {
        _rowNumber++;
        try
        {
            var given = row.IdentityOver(_given!);
            ProtectPaths(Paths.Find(row.Paths, areLiteral: true), given);
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File)
        {
            Listener.Fail(new FileFailure($"Row {_rowNumber}", "", e));
        }
    }

    private void ProtectPaths(IReadOnlyList<string> paths, GivenIdentity given)
    {
        if (paths.Count == 0)
            return;
        var failed = FailedCount;
        var found = SeriesIndex.Read(paths, ThrottleLimit, Listener, StopToken);
        foreach (var series in found)
            Protect(series, given);
        if (found.Count == 0 && FailedCount == failed)
            WriteError(ErrorRecords.Of(Errors.NothingFound()));
    }

    private void Protect(DicomSeries series, GivenIdentity given)
    {
        _seriesNumber++;
        if (!ShouldProcess($"Series {_seriesNumber}: {series.InstanceCount} files", $"Protect with {Profile} into {Destination}"))
            return;
        _run ??= new ProtectionRun(_options!(), Listener, StopToken);
        WriteObject(_run.Add(series, given), enumerateCollection: true);
    }

    private Profile BuildProfile(IReadOnlyDictionary<string, string> replacements) => ProfileBuilder.Build(new ProfileRequest(
        Profile.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Paths.Single(nameof(Profile), Profile) : Profile,
        Option,
        Remove,
        Keep,
        replacements));

    private static Dictionary<string, string> Texts(IDictionary table) => table.Keys.Cast<object>()
        .ToDictionary(key => key.ToString()!, key => LanguagePrimitives.ConvertTo<string>(table[key]));
}
