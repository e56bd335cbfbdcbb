using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>A cmdlet that takes files and folders.</summary>
public abstract class PathCommand : DamsCommand
{
    protected const string PathSet = "Path";
    protected const string LiteralPathSet = "LiteralPath";
    protected const string InputSet = "Input";

    private FailureLog? _log;

    /// <summary>Files and folders; wildcards find several.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [AllowEmptyString]
    public string[] Path { get; set; } = [];

    /// <summary>Files and folders, exactly as written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP", "FullName", "Patient_Dir_Paths")]
    [AllowEmptyString]
    public string[] LiteralPath { get; set; } = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? FailureLog { get; set; }

    // Paths, series and rows all bind here and are distinguished later, so that no error of parameter binding holds a row.
    /// <summary>Paths, series and rows that name paths.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputSet, ValueFromPipeline = true)]
    public PSObject[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override IRunListener Listener => _log ?? base.Listener;

    protected override void Begin() => StartLog(destination: null);

    /// <summary>Starts the failure log, if there is to be one.</summary>
    /// <param name="destination">The folder for the output, in which it may not lie.</param>
    protected void StartLog(string? destination)
    {
        if (FailureLog is not null)
            _log = new FailureLog(Paths.ResolveParameter(nameof(FailureLog), FailureLog), destination, base.Listener);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _log?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The paths that were given with the current object.</summary>
    protected IReadOnlyList<string> ResolvePaths() => ParameterSetName switch
    {
        InputSet => InputObject.SelectMany(PathsOf).ToArray(),
        LiteralPathSet => Paths.Find(LiteralPath, areLiteral: true),
        _ => Paths.Find(Path, areLiteral: false),
    };

    /// <summary>The paths that an object of the pipeline stands for.</summary>
    protected IReadOnlyList<string> PathsOf(PSObject given)
    {
        if (SeriesFiles.Find(given) is { } files)
            return given.BaseObject is IInstanceFiles ? files : Paths.Find(files, areLiteral: true);
        return GivenPath.Find(given) is { } path
            ? Paths.Find([path], areLiteral: given.BaseObject is not string)
            : PathsOfRow(given);
    }

    private IReadOnlyList<string> PathsOfRow(PSObject row)
    {
        try
        {
            IReadOnlyList<string?> folders = PatientListReader.FindFolders(new RowValues(row).Cells);
            // A row that names nothing is a path that is not there.
            return Paths.Find(folders.Count > 0 ? folders : [null], areLiteral: true);
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File)
        {
            Listener.Fail(new FileFailure("A row", "", e));
            return [];
        }
    }

    /// <summary>Writes an error where paths held nothing, so that no script takes silence for success.</summary>
    protected void WriteErrorIfNothing(int found)
    {
        if (found == 0 && FailedCount == 0)
            WriteError(ErrorRecords.Create(FileErrors.NothingFound()));
    }
}
