using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace Dams.Core;

/// <summary>Works on items on several threads at one time; results come in the order of the items.</summary>
/// <remarks>
/// One thread adds and takes. Threads begin as items come: a queue without items has none. Who has nothing to do waits for a
/// signal.
/// </remarks>
internal sealed class WorkQueue<T, TResult> : IDisposable
{
    // Enough that a slow item does not make the other workers wait, and few enough that results do not pile up.
    private const int LookAhead = 32;

    // Who takes small items is woken for some of them at once: waking it for each costs more than the item. It lets no result
    // that is there wait for longer than this for those behind it.
    private const int Together = LookAhead / 2;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(20);

    private readonly object _lock = new();
    private readonly Func<CancellationToken, Func<T, TResult>> _createWorker;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenRegistration _signal;
    private readonly Queue<WorkItem> _waiting = new();
    private readonly Queue<WorkItem> _untaken = new();
    private readonly List<ThreadWork> _threads = [];

    // The one of which the result is waited for: it is signalled by who ends it, or by who stops the work.
    private volatile WorkItem? _awaited;
    private bool _isDisposed;

    /// <summary>An item and, once it is done, its result or error.</summary>
    private sealed class WorkItem(T item)
    {
        public T Item { get; } = item;

        public TResult? Result { get; set; }

        public ExceptionDispatchInfo? Error { get; set; }

        /// <summary>Set last, by the thread that worked on it; read by the one that takes.</summary>
        public bool IsDone
        {
            get => Volatile.Read(ref field);
            set => Volatile.Write(ref field, value);
        }
    }

    /// <param name="count">Number of items to work on at one time.</param>
    /// <param name="createWorker">Makes what one thread works with; it is given a token that stops the work.</param>
    public WorkQueue(int count, Func<CancellationToken, Func<T, TResult>> createWorker, CancellationToken cancellation)
    {
        Count = count;
        _createWorker = createWorker;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _signal = _stop.Token.Register(SignalStop);
    }

    /// <summary>Number of items to work on at one time, as far as this process may open files; it may grow.</summary>
    public int Count
    {
        get;
        set => field = OpenFileLimit.LimitWorkers(value);
    }

    /// <summary>Whether there is an item of which the result was not taken.</summary>
    public bool HasItems => _untaken.Count > 0;

    /// <summary>Whether so many items wait that a result should be taken before another is added.</summary>
    public bool IsFull => _untaken.Count >= LookAhead * Count;

    /// <summary>Adds an item.</summary>
    public void Add(T item)
    {
        var work = new WorkItem(item);
        _untaken.Enqueue(work);
        lock (_lock)
        {
            _waiting.Enqueue(work);
            Monitor.Pulse(_lock);
        }
        if (_threads.Count < Math.Min(Count, _untaken.Count))
            _threads.Add(WorkerThread.Start(Work));
    }

    /// <summary>Waits for the result of the oldest item.</summary>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public TResult Take()
    {
        var work = _untaken.Peek();
        if (!work.IsDone && _untaken.Count > 1)
            WaitFor(_untaken.ElementAt(Math.Min(Together, _untaken.Count) - 1), LongestDelay);
        WaitFor(work, Timeout.InfiniteTimeSpan);
        _stop.Token.ThrowIfCancellationRequested();
        _untaken.Dequeue();
        work.Error?.Throw();
        return work.Result!;
    }

    /// <summary>Takes the result of the oldest item if it is there.</summary>
    public bool TryTake(out TResult result)
    {
        var isThere = HasItems && _untaken.Peek().IsDone;
        result = isThere ? Take() : default!;
        return isThere;
    }

    /// <summary>Stops the work: what was begun ends, the rest is not begun. Returns the results that were not taken.</summary>
    public IReadOnlyList<TResult> Stop()
    {
        if (_isDisposed)
            return [];
        _isDisposed = true;
        _stop.Cancel();
        foreach (var thread in _threads)
            thread.Join();
        var left = new List<TResult>();
        foreach (var work in _untaken)
        {
            if (work is { IsDone: true, Error: null })
                left.Add(work.Result!);
        }
        _untaken.Clear();
        _signal.Dispose();
        _stop.Dispose();
        return left;
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    /// <summary>Waits until an item is done, the work is stopped, or a time is over.</summary>
    private void WaitFor(WorkItem work, TimeSpan longest)
    {
        _awaited = work;
        lock (work)
        {
            var isSignalled = true;
            while (isSignalled && !work.IsDone && !_stop.IsCancellationRequested)
                isSignalled = Monitor.Wait(work, longest);
        }
    }

    private void SignalStop()
    {
        lock (_lock)
            Monitor.PulseAll(_lock);
        if (_awaited is { } work)
            Signal(work);
    }

    /// <summary>Wakes who waits for an item. What nobody waits for is not signalled: that costs more than a small item.</summary>
    private static void Signal(WorkItem work)
    {
        lock (work)
            Monitor.Pulse(work);
    }

    private void Work()
    {
        Func<T, TResult>? work = null;
        while (Next() is { } item)
        {
            try
            {
                work ??= _createWorker(_stop.Token);
                item.Result = work(item.Item);
            }
            catch (Exception e)
            {
                item.Error = ExceptionDispatchInfo.Capture(e);
            }
            item.IsDone = true;
            // Who waits sets what is awaited and then asks whether it is done; here it is the other way round.
            Interlocked.MemoryBarrier();
            if (_awaited == item)
                Signal(item);
        }
    }

    /// <summary>Waits for an item to work on; null where there will be none.</summary>
    private WorkItem? Next()
    {
        lock (_lock)
        {
            while (true)
            {
                if (_stop.IsCancellationRequested)
                    return null;
                if (_waiting.Count > 0)
                    return _waiting.Dequeue();
                Monitor.Wait(_lock);
            }
        }
    }
}
