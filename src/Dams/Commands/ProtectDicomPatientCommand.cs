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
public sealed class ProtectDicomPatientCommand : PathCommand
{
    private const string SeriesSet = "Series";

    private ProtectionRun? _run;
    private int _seriesNumber;

    [Parameter(Mandatory = true, ParameterSetName = SeriesSet, ValueFromPipeline = true)]
    public DicomSeries[] InputObject { get; set; } = [];

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

    // A series brings the patient's own PatientName: only rows of lists may bring new values by property name.
    [Parameter(ParameterSetName = SeriesSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Patient_ID", "subj")]
    public string? SubjectID { get; set; }

    [Parameter(ParameterSetName = SeriesSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Patient_Name", "Patient Name")]
    public string? PatientName { get; set; }

    [Parameter(ParameterSetName = SeriesSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Date_of_Birth")]
    [DicomDateTransformation]
    public string? PatientBirthDate { get; set; }

    [Parameter]
    [SubjectMapTransformation]
    public SubjectMap? SubjectMap { get; set; }

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

    protected override void Process()
    {
        var given = new GivenIdentity(SubjectID, PatientName, PatientBirthDate);
        IReadOnlyList<DicomSeries> found = ParameterSetName == SeriesSet
            ? InputObject
            : SeriesIndex.Read(ResolvePaths(), ThrottleLimit, Listener, StopToken);
        foreach (var series in found)
        {
            _seriesNumber++;
            if (ShouldProcess($"Series {_seriesNumber}: {series.InstanceCount} files", "Protect"))
                WriteObject(Run().Add(series, given), enumerateCollection: true);
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

    private ProtectionRun Run() => _run ??= new ProtectionRun(
        new ProtectionOptions(
            SessionState.Path.GetUnresolvedProviderPathFromPSPath(Destination), BuildProfile(), ReadKey())
        {
            SubjectMap = SubjectMap,
            SubjectPrefix = SubjectPrefix,
            PatientNameFormat = PatientNameFormat,
            IgnoreIssuer = IgnoreIssuer,
            KeepStructure = KeepStructure,
            Force = Force,
            Workers = ThrottleLimit,
        },
        Listener,
        StopToken);

    private Profile BuildProfile() => ProfileBuilder.Build(new ProfileRequest(
        Profile.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? SessionState.Path.GetUnresolvedProviderPathFromPSPath(Profile)
            : Profile,
        Option,
        Remove,
        Keep,
        Replace.Keys.Cast<object>().ToDictionary(key => key.ToString()!, key => LanguagePrimitives.ConvertTo<string>(Replace[key]))));

    private ProtectionKey ReadKey()
    {
        if (KeyPath is not null)
            return ProtectionKey.Read(SessionState.Path.GetUnresolvedProviderPathFromPSPath(KeyPath));
        var key = ProtectionKey.ReadDefault(out var wasMade);
        if (wasMade)
            Listener.Warn(Warnings.KeyMade(ProtectionKey.DefaultPath));
        return key;
    }
}
