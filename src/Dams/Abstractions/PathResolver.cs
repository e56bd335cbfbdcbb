using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using Microsoft.PowerShell.Commands;

namespace Dams.Commands;

/// <summary>
/// Turns what users write into paths of the file system. Errors are reported without the path: it may hold a
/// patient's name, and so may the exceptions of providers.
/// </summary>
internal sealed class PathResolver(PathIntrinsics paths, Func<IRunListener> listener)
{
    private int _number;

    /// <summary>The paths that are meant; one that does not exist is reported and left out.</summary>
    public IReadOnlyList<string> Find(IEnumerable<string?> written, bool areLiteral)
    {
        var found = new List<string>();
        foreach (var path in written)
        {
            _number++;
            try
            {
                var resolved = Resolve(path, areLiteral);
                if (resolved.Count == 0 || (areLiteral && !File.Exists(resolved[0]) && !Directory.Exists(resolved[0])))
                    throw FileErrors.NoSuchPath();
                found.AddRange(resolved);
            }
            catch (DamsException e)
            {
                listener().Fail(new FileFailure($"Path {_number}", path ?? "", e));
            }
        }
        return found;
    }

    /// <summary>The one path that a parameter means, exactly as written.</summary>
    /// <exception cref="DamsException">It is none of the file system.</exception>
    public string ResolveParameter(string parameter, string path)
    {
        try
        {
            return Resolve(path, isLiteral: true)[0];
        }
        catch (DamsException)
        {
            throw CmdletErrors.UnusablePath(parameter);
        }
    }

    /// <summary>The path that a cell of a list means, exactly as written.</summary>
    /// <exception cref="DamsException">It is none of the file system.</exception>
    public string ResolveCell(string path) => Resolve(path, isLiteral: true)[0];

    private IReadOnlyList<string> Resolve(string? path, bool isLiteral)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw FileErrors.NoSuchPath();
        IReadOnlyList<string> resolved;
        ProviderInfo provider;
        try
        {
            resolved = isLiteral
                ? [paths.GetUnresolvedProviderPathFromPSPath(path, out provider, out _)]
                : paths.GetResolvedProviderPathFromPSPath(path, out provider);
        }
        catch (Exception e) when (e is RuntimeException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            throw FileErrors.NoSuchPath();
        }
        return provider.Name == FileSystemProvider.ProviderName ? resolved : throw CmdletErrors.NotFileSystem();
    }
}
