using System.Collections.Generic;
using System.IO;
using Dams.Cleaning;
using Dams.Files;

namespace Dams.Protection.Destination;

/// <summary>Searches the names that files keep for values of their patient.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class KeptNames
{
    private readonly Dictionary<string, bool> _folders = new(PathComparison.Comparer);
    private KnownValues? _known;
    private TextCleaner? _cleaner;

    /// <summary>Whether the name of a file, or of one of its folders up to the one that the user named, holds a value of the patient.</summary>
    public bool AreTelling(SourceFile file, KnownValues? known)
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
        return IsTelling(Path.GetFileNameWithoutExtension(file.Path)) || HasTellingFolder(Path.GetDirectoryName(file.Path)!, top);
    }

    private bool HasTellingFolder(string folder, string top)
    {
        if (folder.Length <= top.Length || !PathComparison.IsInside(folder, top))
            return false;
        if (!_folders.TryGetValue(folder, out var isTelling))
        {
            isTelling = IsTelling(Path.GetFileName(folder)) || HasTellingFolder(Path.GetDirectoryName(folder)!, top);
            _folders.Add(folder, isTelling);
        }
        return isTelling;
    }

    // Names of files have underscores where names of people have blanks.
    private bool IsTelling(string name) =>
        _cleaner!.FindKnown(name).Count > 0 || _cleaner.FindKnown(name.Replace('_', ' ')).Count > 0;
}
