using System.Management.Automation;
using Dams.Batches;

namespace Dams.Commands;

/// <summary>Passes what the engine tells to the streams of the pipeline.</summary>
internal sealed class PipelineListener(Cmdlet cmdlet) : IRunListener
{
    private const int ActivityId = 0;
    private const string Activity = "DICOM";

    private bool _hasProgress;

    /// <summary>How many files, folders and paths were left out.</summary>
    public int FailedCount { get; private set; }

    public void Warn(RunWarning warning) => cmdlet.WriteWarning(warning.Message);

    public void Fail(FileFailure failure)
    {
        FailedCount++;
        cmdlet.WriteError(ErrorRecords.Of(failure));
    }

    public void Report(RunProgress progress)
    {
        _hasProgress = true;
        cmdlet.WriteProgress(new ProgressRecord(ActivityId, Activity, $"{progress.FilesDone} of {progress.FilesKnown} files")
        {
            PercentComplete = progress.FilesKnown == 0 ? 0 : (int)(100L * progress.FilesDone / progress.FilesKnown),
        });
    }

    /// <summary>Takes the bar away, if there is one.</summary>
    public void EndProgress()
    {
        if (_hasProgress)
            cmdlet.WriteProgress(new ProgressRecord(ActivityId, Activity, "Done") { RecordType = ProgressRecordType.Completed });
    }
}
