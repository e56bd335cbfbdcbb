using System.Collections.Generic;
using System.Management.Automation;
using Dams.Batches;
using Microsoft.PowerShell.Commands;

namespace Dams.Commands;

/// <summary>A cmdlet that takes files and folders.</summary>
public abstract class PathCommand : DamsCommand
{
    protected const string PathSet = "Path";
    protected const string LiteralPathSet = "LiteralPath";

    private int _pathNumber;

    /// <summary>Files and folders; wildcards find several.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files and folders, exactly as written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP", "FullName", "Patient_Dir_Paths")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>
    /// The paths of the file system that were given with the current object. One that leads nowhere is an error that
    /// does not repeat it: a path may hold a patient's name.
    /// </summary>
    protected IReadOnlyList<string> ResolvePaths()
    {
        var paths = new List<string>();
        var isLiteral = ParameterSetName == LiteralPathSet;
        foreach (var path in isLiteral ? LiteralPath : Path)
        {
            _pathNumber++;
            try
            {
                var resolved = isLiteral
                    ? [SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _)]
                    : SessionState.Path.GetResolvedProviderPathFromPSPath(path, out provider);
                if (provider.Name == FileSystemProvider.ProviderName)
                    paths.AddRange(resolved);
                else
                    Fail(path, Errors.NotFileSystem());
            }
            catch (System.Exception e) when (e is ItemNotFoundException or DriveNotFoundException or ProviderInvocationException)
            {
                Fail(path, Errors.NoSuchPath());
            }
        }
        return paths;
    }

    private void Fail(string path, DamsException error) =>
        Listener.Fail(new FileFailure($"Path {_pathNumber}", path, error));
}
