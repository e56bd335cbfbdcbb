namespace Dams.PatientJobs;

/// <summary>Passes on the events of one patient, with the row of the patient list, or the folder, before each message.</summary>
/// <param name="listener">Receives the events.</param>
/// <param name="patient">The row or the folder, in words that name nobody.</param>
/// <param name="done">Number of patients before.</param>
/// <param name="known">Number of all patients.</param>
internal sealed class PatientListener(IRunListener listener, string patient, int done, int known) : IRunListener
{
    private bool _hasOutput;

    /// <summary>Number of failures.</summary>
    public int FailedCount { get; private set; }

    /// <inheritdoc/>
    public void Warn(RunWarning warning) => listener.Warn(warning with { Message = $"{patient}: {warning.Message}" });

    /// <inheritdoc/>
    public void Fail(FileFailure failure)
    {
        FailedCount++;
        // Images and XML of a patient are there already together.
        var isRepeat = failure.IsRepeat || (_hasOutput && failure.Error.Id == nameof(FileErrors.OutputExists));
        _hasOutput |= failure.Error.Id == nameof(FileErrors.OutputExists);
        listener.Fail(Name(failure) with { IsRepeat = isRepeat });
    }

    /// <inheritdoc/>
    public void LeaveOut(FileFailure file) => listener.LeaveOut(Name(file));

    /// <inheritdoc/>
    public void Report(RunProgress progress) => listener.Report(progress with { PatientsDone = done, PatientsKnown = known });

    private FileFailure Name(FileFailure file) => file with { Item = $"{patient}, {Lower(file.Item)}" };

    private static string Lower(string item) => item.Length == 0 ? item : char.ToLowerInvariant(item[0]) + item.Substring(1);
}
