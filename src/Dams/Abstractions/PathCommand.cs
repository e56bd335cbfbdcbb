using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>A cmdlet that takes files and folders.</summary>
public abstract class PathCommand : DamsCommand
{
    protected const string PathSet = "Path";
    protected const string LiteralPathSet = "LiteralPath";
    protected const string SeriesSet = "Series";

    /// <summary>Files and folders; wildcards find several.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true)]
    [SupportsWildcards]
    [AllowEmptyString]
    public string[] Path { get; set; } = [];

    /// <summary>Files and folders, exactly as written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP", "FullName", "Patient_Dir_Paths")]
    [AllowEmptyString]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Series: their files.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SeriesSet, ValueFromPipeline = true)]
    public IInstanceFiles[] InputObject { get; set; } = [];

    /// <summary>The paths that were given with the current object.</summary>
    protected IReadOnlyList<string> ResolvePaths() => ParameterSetName switch
    {
        SeriesSet => InputObject.SelectMany(series => series.Files).ToArray(),
        LiteralPathSet => Paths.Find(LiteralPath, areLiteral: true),
        _ => Paths.Find(Path, areLiteral: false),
    };

    /// <summary>Tells that paths held nothing, so that no script takes silence for success.</summary>
    protected void TellIfNothing(int found)
    {
        if (found == 0 && FailedCount == 0)
            WriteError(ErrorRecords.Of(Errors.NothingFound()));
    }
}
