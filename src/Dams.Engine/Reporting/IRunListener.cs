namespace Dams;

/// <summary>Hears what a run has to tell, on the thread that asked the run to go on.</summary>
public interface IRunListener
{
    /// <summary>Something that the user should know and that stopped nothing.</summary>
    void Warn(RunWarning warning);

    /// <summary>A file that was left out, and why.</summary>
    void Fail(FileFailure failure);

    /// <summary>How far the run is; at most five times a second.</summary>
    void Report(RunProgress progress);
}
