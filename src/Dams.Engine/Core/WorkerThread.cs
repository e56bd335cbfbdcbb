using System;
using System.Collections.Generic;
using System.Threading;

namespace Dams.Core;

/// <summary>
/// A thread that works for one queue after another. The job of a patient has a queue for each step: a new thread for each costs
/// more than a small file, and with a thread goes what the shared pools of arrays keep for it.
/// </summary>
/// <remarks>One for which there is no work for some seconds ends.</remarks>
internal sealed class WorkerThread
{
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(2);

    // The one that was busy last is the first to be busy again.
    private static readonly List<WorkerThread> Idle = [];

    private readonly object _signal = new();
    private ThreadWork? _work;

    private WorkerThread(ThreadWork work) => _work = work;

    /// <summary>Starts work on a thread that is idle, or on a new one.</summary>
    /// <param name="action">The work; it throws nothing.</param>
    public static ThreadWork Start(Action action)
    {
        var work = new ThreadWork(action);
        if (TakeIdle() is { } idle)
            idle.Give(work);
        else
            new Thread(new WorkerThread(work).Run) { IsBackground = true }.Start();
        return work;
    }

    private static WorkerThread? TakeIdle()
    {
        lock (Idle)
        {
            if (Idle.Count == 0)
                return null;
            var last = Idle[Idle.Count - 1];
            Idle.RemoveAt(Idle.Count - 1);
            return last;
        }
    }

    private void Give(ThreadWork work)
    {
        lock (_signal)
        {
            _work = work;
            Monitor.Pulse(_signal);
        }
    }

    private void Run()
    {
        while (Next() is { } work)
        {
            work.Do();
            // Who waits for the end of this work finds the thread idle.
            lock (Idle)
                Idle.Add(this);
            work.End();
        }
    }

    /// <summary>Waits for work; null where there was none for so long that the thread ends.</summary>
    private ThreadWork? Next()
    {
        lock (_signal)
        {
            while (_work is null && (Monitor.Wait(_signal, LongestIdle) || !TryLeave()))
            {
                // Woken, or taken at the moment when the time was over: work comes.
            }
            var work = _work;
            _work = null;
            return work;
        }
    }

    private bool TryLeave()
    {
        lock (Idle)
            return Idle.Remove(this);
    }
}

/// <summary>What one thread does for one queue.</summary>
/// <param name="action">The work; it throws nothing.</param>
internal sealed class ThreadWork(Action action)
{
    // Who asks for the work may be impersonating somebody, or have a culture of its own.
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly object _signal = new();
    private bool _isOver;

    /// <summary>Waits until the work is over.</summary>
    public void Join()
    {
        lock (_signal)
        {
            while (!_isOver)
                Monitor.Wait(_signal);
        }
    }

    /// <summary>Does the work, on the thread that calls.</summary>
    public void Do()
    {
        if (_context is null)
            action();
        else
            ExecutionContext.Run(_context, _ => action(), null);
    }

    /// <summary>Tells who waits for it that the work is over.</summary>
    public void End()
    {
        lock (_signal)
        {
            _isOver = true;
            Monitor.PulseAll(_signal);
        }
    }
}
