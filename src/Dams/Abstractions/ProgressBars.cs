using System;
using System.Globalization;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Shows how far a run is: a bar for the patients, where there are several, and one for the files.</summary>
internal sealed class ProgressBars(Cmdlet cmdlet)
{
    private const int PatientsId = 0;
    private const int FilesId = 1;
    private const double Megabyte = 1e6;

    private bool _hasPatients;
    private bool _hasFiles;

    public void Show(RunProgress progress)
    {
        if (progress.PatientsKnown > 1)
        {
            _hasPatients = true;
            cmdlet.WriteProgress(new ProgressRecord(PatientsId, "Patients", $"{progress.PatientsDone} of {progress.PatientsKnown}")
            {
                PercentComplete = Percent(progress.PatientsDone, progress.PatientsKnown),
            });
        }
        _hasFiles = true;
        cmdlet.WriteProgress(new ProgressRecord(FilesId, "DICOM", Status(progress))
        {
            ParentActivityId = _hasPatients ? PatientsId : -1,
            PercentComplete = progress.BytesKnown > 0
                ? Percent(progress.BytesDone, progress.BytesKnown)
                : Percent(progress.FilesDone, progress.FilesKnown),
            SecondsRemaining = progress.TimeLeft is { } left ? (int)Math.Min(left.TotalSeconds, int.MaxValue) : -1,
        });
    }

    /// <summary>Takes the bars away, if there are any.</summary>
    public void End()
    {
        if (_hasFiles)
            cmdlet.WriteProgress(new ProgressRecord(FilesId, "DICOM", "Done") { RecordType = ProgressRecordType.Completed });
        if (_hasPatients)
            cmdlet.WriteProgress(new ProgressRecord(PatientsId, "Patients", "Done") { RecordType = ProgressRecordType.Completed });
    }

    private static string Status(RunProgress progress)
    {
        var files = $"{progress.FilesDone} of {progress.FilesKnown} files";
        if (progress.BytesPerSecond <= 0)
            return files;
        var done = (progress.BytesDone / Megabyte).ToString("0", CultureInfo.InvariantCulture);
        var rate = (progress.BytesPerSecond / Megabyte).ToString("0.0", CultureInfo.InvariantCulture);
        return $"{files}, {done} MB, {rate} MB/s";
    }

    private static int Percent(double done, double known) => known <= 0 ? 0 : (int)Math.Min(100 * done / known, 100);
}
