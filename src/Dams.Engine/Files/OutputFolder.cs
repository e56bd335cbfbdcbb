using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Files;

/// <summary>The folder that a worker writes to now, and what it held when the worker came.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class OutputFolder
{
    private readonly bool _readsNames;
    private HashSet<string> _names = [];
    private string _path = "";

    /// <param name="readsNames">Whether it is to know what the folder holds.</param>
    public OutputFolder(bool readsNames) => _readsNames = readsNames;

    /// <summary>Starts work in a folder: removes what runs that died have left in it.</summary>
    public void Enter(string path)
    {
        if (path == _path)
            return;
        _names = [];
        _path = "";
        // Of a folder whose share is away the system says that it is not there.
        if (Directory.Exists(path))
        {
            PartialFiles.RemoveAbandoned(path);
            if (_readsNames)
                _names = new HashSet<string>(Directory.GetFiles(path).Select(Path.GetFileName).SelectMany(Keys), PathComparison.Comparer);
            _path = path;
        }
    }

    /// <summary>Whether the folder held a file of a name, or one whose name starts so up to its first underscore.</summary>
    public bool HadFile(string name) => _names.Contains(name);

    private static IEnumerable<string> Keys(string? name)
    {
        var end = name!.IndexOf('_');
        return end > 0 ? [name, name.Substring(0, end)] : [name];
    }
}
