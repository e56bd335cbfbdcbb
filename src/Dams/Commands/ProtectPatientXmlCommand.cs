using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Protect-PatientXml: takes patients out of the XML beside their images.</summary>
[Cmdlet(VerbsSecurity.Protect, "PatientXml", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(ProtectedXml))]
public sealed class ProtectPatientXmlCommand : ProfileCommand
{
    private Func<XmlProtectionOptions>? _options;
    private XmlProtectionRun? _run;
    private int _pathNumber;

    [Parameter]
    public RepairedSeries[] RepairedSeries { get; set; } = [];

    [Parameter]
    public DicomSeries[]? Series { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Recipe { get; set; }

    protected override bool AllowsNoInstances => true;

    protected override void Begin()
    {
        base.Begin();
        StartLog(Destination);
        var profile = BuildProfile();
        var recipe = Recipe is null ? null : Paths.ResolveParameter(nameof(Recipe), Recipe);
        var map = ReadSubjectMap();
        var key = ReadGivenKey();
        // The user's own key is made on first use, which a run with -WhatIf is not.
        _options = () => WithParameters(
            new XmlProtectionOptions(Destination, profile, key ?? KeySource.Read(null, Listener)) { Recipe = recipe, Repaired = RepairedSeries }, map);
    }

    protected override void Process()
    {
        if (ParameterSetName != InputSet)
            Protect(ResolvePaths(), Given);
        foreach (var given in InputObject)
        {
            var isPath = GivenPath.Find(given) is not null;
            if (!isPath && SeriesFiles.Find(given) is null)
                AddRow(given);
            else if (GivenFor(given) is { } identity)
                Protect(isPath ? PathsOf(given) : FoldersOf(PathsOf(given)), identity);
        }
    }

    protected override void End()
    {
        foreach (var patient in Plan())
        {
            if (patient.Error is not null)
                Refuse(patient);
            else
                Protect(patient.Folders, patient.Given);
        }
    }

    private void Protect(IReadOnlyList<string> paths, GivenIdentity given)
    {
        _pathNumber++;
        if (paths.Count == 0 || !ShouldProcess($"XML of path {_pathNumber}", $"Protect with {Profile} {Target}"))
            return;
        _run ??= new XmlProtectionRun(_options!(), Context);
        var failed = FailedCount;
        var count = 0;
        foreach (var result in _run.Protect(paths, Series ?? SidecarIndex.Read(paths, Context), given))
        {
            count++;
            WriteObject(result);
        }
        if (count == 0 && FailedCount == failed)
            WriteError(ErrorRecords.Create(CmdletErrors.NoXmlFound()));
    }

    private static string[] FoldersOf(IReadOnlyList<string> files) =>
        files.Select(file => System.IO.Path.GetDirectoryName(file)!).Distinct().ToArray();
}
