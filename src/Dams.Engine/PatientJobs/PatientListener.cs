namespace Dams.PatientJobs;

/// <summary>Passes on the events of one patient, with the row of the patient list before each message.</summary>
/// <param name="listener">Receives the events.</param>
/// <param name="row">The row.</param>
/// <param name="done">Number of patients before.</param>
/// <param name="known">Number of all patients.</param>
internal sealed class PatientListener(IRunListener listener, int row, int done, int known) : IRunListener
{
    /// <summary>Number of failures.</summary>
    public int FailedCount { get; private set; }

    /// <inheritdoc/>
    public void Warn(RunWarning warning) => listener.Warn(warning with { Message = $"Row {row}: {warning.Message}" });

    /// <inheritdoc/>
    public void Fail(FileFailure failure)
    {
        FailedCount++;
        listener.Fail(failure with { Item = $"Row {row}, {Lower(failure.Item)}" });
    }

    /// <inheritdoc/>
    public void Report(RunProgress progress) => listener.Report(progress with { PatientsDone = done, PatientsKnown = known });

    private static string Lower(string item) => item.Length == 0 ? item : char.ToLowerInvariant(item[0]) + item.Substring(1);
}
