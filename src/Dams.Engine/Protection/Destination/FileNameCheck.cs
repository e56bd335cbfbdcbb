using System.Collections.Generic;
using System.IO;
using Dams.Cleaning;
using Dams.Files;

namespace Dams.Protection.Destination;

/// <summary>Searches the names that files keep for values of their patient.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class FileNameCheck
{
    private readonly Dictionary<string, bool> _folders = new(PathComparison.Comparer);
    private KnownValues? _known;
    private TextCleaner? _cleaner;

    /// <summary>Whether the name of a file, or of one of its folders up to the one that the user named, holds a value of the patient.</summary>
    public bool Identifies(SourceFile file, KnownValues? known)
    {
        if (known is null)
            return false;
        if (_known != known)
        {
            _known = known;
            _cleaner = new TextCleaner(known, shift: null, keepsDates: true);
            _folders.Clear();
        }
        var top = file.Root.Length > 0 ? Path.GetDirectoryName(file.Root) ?? "" : Path.GetDirectoryName(file.Path)!;
        return NameIdentifies(Path.GetFileNameWithoutExtension(file.Path)) || FolderIdentifies(Path.GetDirectoryName(file.Path)!, top);
    }

    private bool FolderIdentifies(string folder, string top)
    {
        if (folder.Length <= top.Length || !PathComparison.IsInside(folder, top))
            return false;
        if (!_folders.TryGetValue(folder, out var identifies))
        {
            identifies = NameIdentifies(Path.GetFileName(folder)) || FolderIdentifies(Path.GetDirectoryName(folder)!, top);
            _folders.Add(folder, identifies);
        }
        return identifies;
    }

    // Names of files have underscores where names of people have blanks.
    private bool NameIdentifies(string name) =>
        _cleaner!.FindKnown(name).Count > 0 || _cleaner.FindKnown(name.Replace('_', ' ')).Count > 0;
}
