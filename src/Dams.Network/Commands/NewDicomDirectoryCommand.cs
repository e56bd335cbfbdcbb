using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Dams.Commands;
using Dams.Network.Media;

namespace Dams.Network.Commands;

[Cmdlet(VerbsCommon.New, "DicomDirectory", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(MediaDirectory))]
public sealed class NewDicomDirectoryCommand : PathCommand
{
    private readonly List<string> _paths = [];
    private readonly HashSet<string> _protected = new(StringComparer.Ordinal);

    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = "";

    [Parameter]
    public SwitchParameter AllowIdentified { get; set; }

    protected override void Begin()
    {
        Destination = Paths.ResolveParameter(nameof(Destination), Destination);
        StartLog(Destination);
    }

    protected override void Process()
    {
        _paths.AddRange(ResolvePaths());
        foreach (var series in InputObject.Select(given => given.BaseObject).OfType<ProtectedSeries>())
            _protected.UnionWith(series.Files);
    }

    protected override void End()
    {
        var files = SourceFiles.Find(_paths, Context);
        WriteErrorIfNothing(files.Count);
        if (files.Count == 0 || !ShouldProcess($"{files.Count} files to {Destination}", "Make a media directory"))
            return;
        WriteObject(new MediaWriter(Destination, AllowIdentified, Context).Write(
            [.. files.Select(file => (file, _protected.Contains(file.Path)))]));
    }
}
