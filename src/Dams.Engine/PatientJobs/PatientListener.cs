using System.Collections.Generic;

namespace Dams.PatientJobs;

/// <summary>Passes on the events of one patient, with the row of the patient list before each message.</summary>
/// <param name="listener">Receives the events.</param>
/// <param name="row">The row.</param>
/// <param name="done">Number of patients before.</param>
/// <param name="known">Number of all patients.</param>
internal sealed class PatientListener(IRunListener listener, int row, int done, int known) : IRunListener
{
    private readonly HashSet<(string Place, string Message)> _failures = [];

    /// <summary>Number of failures, each counted once.</summary>
    public int FailedCount => _failures.Count;

    // Each step looks through the same folders and would report the same files.
    /// <inheritdoc/>
    public void Warn(RunWarning warning)
    {
        if (warning.Id is not (nameof(Warnings.NotDicom) or nameof(Warnings.DicomDirectory)))
            listener.Warn(warning with { Message = $"Row {row}: {warning.Message}" });
    }

    /// <inheritdoc/>
    public void Fail(FileFailure failure)
    {
        var place = failure.SourcePath.Length > 0 ? failure.SourcePath : failure.Item;
        if (_failures.Add((place, failure.Error.Message)))
            listener.Fail(failure with { Item = $"Row {row}, {Lower(failure.Item)}" });
    }

    /// <inheritdoc/>
    public void Report(RunProgress progress) => listener.Report(progress with { PatientsDone = done, PatientsKnown = known });

    private static string Lower(string item) => item.Length == 0 ? item : char.ToLowerInvariant(item[0]) + item.Substring(1);
}
