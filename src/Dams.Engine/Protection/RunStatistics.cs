using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Dams.Reporting;
using Dams.Subjects;

namespace Dams.Protection;

/// <summary>Counts what a run does.</summary>
/// <remarks>Not safe for use by several threads. Memory: 8 bytes for each series that is announced, and each subject's id.</remarks>
internal sealed class RunStatistics
{
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private readonly HashSet<DicomSeries> _expected = [];
    private readonly HashSet<string> _subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<(string PatientID, string Issuer), int> _openSeries = [];
    private readonly TransferRate _rate = new();
    private int _filesKnown, _filesDone, _patientsKnown, _patientsDone, _series, _instances, _duplicates, _sharing, _suspected, _whollyBlackedOut, _brokenSignatures, _shortened, _identifyingNames;
    private readonly SortedSet<string> _shortenedAttributes = new(StringComparer.Ordinal);
    private BurnedInReasons _reasons;
    private long _bytesKnown, _bytesDone;

    /// <summary>Number of files that were not written.</summary>
    public int Failed { get; private set; }

    /// <summary>Number of files that an earlier run had finished.</summary>
    public int Skipped { get; private set; }

    public RunSummary Summary =>
        new(_subjects.Count, _series, _instances, _bytesDone, Skipped, Failed, _time.Elapsed.TotalSeconds) { Duplicates = _duplicates };

    /// <summary>Announces a series, so that progress knows the whole from the start.</summary>
    public void Expect(DicomSeries series)
    {
        if (!_expected.Add(series))
            return;
        _filesKnown += series.InstanceCount;
        _bytesKnown += series.Length;
        var patient = PatientOf(series);
        _openSeries.TryGetValue(patient, out var open);
        _openSeries[patient] = open + 1;
        if (open == 0)
            _patientsKnown++;
    }

    /// <summary>Counts files of a series that need no work.</summary>
    public void Skip(DicomSeries series, int files)
    {
        Skipped += files;
        _filesDone += files;
        _bytesDone += series.Length * files / Math.Max(series.InstanceCount, 1);
    }

    /// <summary>Counts files of a series that was refused.</summary>
    public void Refuse(int files)
    {
        Failed += files;
        _filesDone += files;
    }

    /// <summary>Counts the subject of a series that was begun.</summary>
    public void Begin(string subject) => _subjects.Add(subject);

    /// <summary>Counts a file.</summary>
    public void Record(FileOutcome outcome)
    {
        _filesDone++;
        _bytesDone += outcome.Length;
        Failed += outcome.Error is null ? 0 : 1;
        Skipped += outcome.IsSkipped ? 1 : 0;
        _instances += outcome.Error is null && !outcome.IsSkipped && !outcome.IsDuplicate ? 1 : 0;
        _duplicates += outcome.IsDuplicate ? 1 : 0;
        _sharing += outcome.SharesInstanceUid ? 1 : 0;
        _identifyingNames += outcome.HasIdentifyingName ? 1 : 0;
        _brokenSignatures += outcome.BreaksSignature ? 1 : 0;
        _shortened += outcome.Shortened.Any() ? 1 : 0;
        _shortenedAttributes.UnionWith(outcome.Shortened.Select(tag => DataDictionary.KeywordOf(tag) is { Length: > 0 } keyword ? keyword : $"{tag}"));
        _suspected += outcome.BurnedInText == BurnedInText.Suspected ? 1 : 0;
        _reasons |= outcome.BurnedInReasons;
        _whollyBlackedOut += outcome.BurnedInText == BurnedInText.WhollyBlackedOut ? 1 : 0;
    }

    /// <summary>Counts a series of which nothing is left to do.</summary>
    public void End(DicomSeries series, bool isDone)
    {
        _series += isDone ? 1 : 0;
        _expected.Remove(series);
        if (--_openSeries[PatientOf(series)] == 0)
            _patientsDone++;
    }

    /// <summary>How far the run is.</summary>
    public RunProgress Progress()
    {
        var rate = _rate.Add(_time.Elapsed, _bytesDone);
        var left = Math.Max(_bytesKnown - _bytesDone, 0);
        return new RunProgress(_filesDone, _filesKnown, _bytesDone)
        {
            Phase = RunPhase.Protecting,
            BytesKnown = _bytesKnown,
            PatientsDone = _patientsDone,
            PatientsKnown = _patientsKnown,
            BytesPerSecond = rate,
            TimeLeft = rate > 0 ? TimeSpan.FromSeconds(Math.Min(left / rate, TimeSpan.FromDays(99).TotalSeconds)) : null,
        };
    }

    /// <summary>Reports the warnings about the run as a whole.</summary>
    public void ReportWarnings(IRunListener listener, bool isInPlace)
    {
        if (_duplicates > 0)
            listener.Warn(Warnings.SameBytes(_duplicates));
        if (_sharing > 0)
            listener.Warn(Warnings.SharedInstanceUid(_sharing));
        if (_suspected > 0)
            listener.Warn(Warnings.BurnedInText(_suspected, $"{_reasons}"));
        if (_whollyBlackedOut > 0)
            listener.Warn(Warnings.WhollyBlackedOut(_whollyBlackedOut));
        if (_brokenSignatures > 0)
            listener.Warn(Warnings.BrokenSignature(_brokenSignatures));
        if (_shortened > 0)
            listener.Warn(Warnings.ShortenedText(_shortened, string.Join(", ", _shortenedAttributes)));
        if (isInPlace && Skipped > 0)
            listener.Warn(Warnings.ProtectedBefore(Skipped));
        if (_identifyingNames > 0)
            listener.Warn(Warnings.TellingNames(_identifyingNames));
    }

    private static (string PatientID, string Issuer) PatientOf(DicomSeries series) =>
        series.PatientID.Length > 0 ? (series.PatientID, series.IssuerOfPatientID)
        : StudyPatients.Sole(series.PatientsOfStudy, ignoresIssuer: false) is { } patient ? (patient.PatientID, patient.IssuerOfPatientID)
        : (series.StudyInstanceUID, series.IssuerOfPatientID);
}
