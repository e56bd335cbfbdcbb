using System.Collections.Generic;

namespace Dams.Tests.Support;

/// <summary>Remembers what a run told.</summary>
public sealed class RecordingListener : IRunListener
{
    public List<RunWarning> Warnings { get; } = [];

    public List<FileFailure> Failures { get; } = [];

    public List<FileFailure> LeftOut { get; } = [];

    public List<RunProgress> Reports { get; } = [];

    public void Warn(RunWarning warning) => Warnings.Add(warning);

    public void Fail(FileFailure failure) => Failures.Add(failure);

    public void LeaveOut(FileFailure file) => LeftOut.Add(file);

    public void Report(RunProgress progress) => Reports.Add(progress);
}
