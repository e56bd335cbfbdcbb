using System.Collections.Generic;

namespace Dams.Sources;

/// <summary>
/// Counts the files that are no instances, which is no failure: folders of patients hold other files too. Broken
/// instances are reported one by one.
/// </summary>
internal sealed class SkippedFiles
{
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>Takes in a file that was left out.</summary>
    public void Add(SourceFile file, DamsException error, IRunListener listener)
    {
        var leftOut = new FileFailure($"File {file.Number}", file.Path, error) { Root = file.Root };
        if (error.Id is not (nameof(DicomErrors.NotDicom) or nameof(DicomErrors.DicomDirectory)))
        {
            listener.Fail(leftOut);
            return;
        }
        _counts[error.Id] = _counts.TryGetValue(error.Id, out var count) ? count + 1 : 1;
        listener.LeaveOut(leftOut);
    }

    /// <summary>Warns how many files there were.</summary>
    public void Report(IRunListener listener)
    {
        if (_counts.TryGetValue(nameof(DicomErrors.NotDicom), out var others))
            listener.Warn(Warnings.NotDicom(others));
        if (_counts.TryGetValue(nameof(DicomErrors.DicomDirectory), out var directories))
            listener.Warn(Warnings.DicomDirectory(directories));
    }
}
