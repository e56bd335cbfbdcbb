using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Writes the events of the engine to the streams of the pipeline.</summary>
internal sealed class PipelineListener(Cmdlet cmdlet) : IRunListener
{
    private readonly ProgressBars _bars = new(cmdlet);

    /// <summary>How many files, folders and paths were left out.</summary>
    public int FailedCount { get; private set; }

    public void Warn(RunWarning warning) => cmdlet.WriteWarning(warning.Message);

    public void Fail(FileFailure failure)
    {
        FailedCount++;
        if (!failure.IsRepeat)
            cmdlet.WriteError(ErrorRecords.Create(failure));
    }

    public void LeaveOut(FileFailure file)
    {
    }

    public void Report(RunProgress progress) => _bars.Show(progress);

    /// <summary>Takes the bars away.</summary>
    public void EndProgress() => _bars.End();
}
