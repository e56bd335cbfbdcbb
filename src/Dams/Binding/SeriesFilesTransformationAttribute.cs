using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Takes series, files and folders, and binds their paths.</summary>
public sealed class SeriesFilesTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var paths = new List<string>();
        return Add(paths, inputData) ? paths.ToArray() : inputData;
    }

    private static bool Add(List<string> paths, object? value)
    {
        if (value is not null && SeriesFiles.Find(PSObject.AsPSObject(value)) is { } files)
        {
            paths.AddRange(files);
            return true;
        }
        switch (value is PSObject wrapped ? wrapped.BaseObject : value)
        {
            case FileSystemInfo item:
                paths.Add(item.FullName);
                return true;
            case string path:
                if (path.Length > 0)
                    paths.Add(path);
                return true;
            case IEnumerable items:
                foreach (var item in items)
                {
                    if (!Add(paths, item))
                        return false;
                }
                return true;
            default:
                return value is null;
        }
    }
}
