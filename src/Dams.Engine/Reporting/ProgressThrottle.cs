using System;
using System.Diagnostics;

namespace Dams.Reporting;

/// <summary>Lets progress through at most five times a second.</summary>
internal sealed class ProgressThrottle
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly IRunListener _listener;
    private readonly Stopwatch _sinceReport = Stopwatch.StartNew();

    public ProgressThrottle(IRunListener listener) => _listener = listener;

    /// <summary>Whether a report would get through.</summary>
    public bool IsDue => _sinceReport.Elapsed >= Interval;

    public void Report(RunProgress progress)
    {
        if (!IsDue)
            return;
        _sinceReport.Restart();
        _listener.Report(progress);
    }
}
