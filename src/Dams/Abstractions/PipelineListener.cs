using System.Management.Automation;
using Dams.Batches;

namespace Dams.Commands;

/// <summary>Passes what the engine tells to the streams of the pipeline.</summary>
internal sealed class PipelineListener(Cmdlet cmdlet) : IRunListener
{
    private const int ActivityId = 0;

    public void Warn(RunWarning warning) => cmdlet.WriteWarning(warning.Message);

    public void Fail(FileFailure failure) => cmdlet.WriteError(ErrorRecords.Of(failure));

    public void Report(RunProgress progress) => cmdlet.WriteProgress(
        new ProgressRecord(ActivityId, "DICOM", $"{progress.FilesDone} of {progress.FilesKnown} files")
        {
            PercentComplete = progress.FilesKnown == 0 ? 0 : (int)(100L * progress.FilesDone / progress.FilesKnown),
        });
}
