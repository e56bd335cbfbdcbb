using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Dams.Core;

/// <summary>Works on items on threads of its own, some at one time; results come in the order of the items.</summary>
/// <remarks>One thread adds and takes. Threads begin as items come: a queue without items has none.</remarks>
internal sealed class WorkQueue<T, TResult> : IDisposable
{
    // Enough that a slow item does not make the other workers wait, and few enough that results do not pile up.
    private const int LookAhead = 32;

    private readonly int _count;
    private readonly Func<CancellationToken, Func<T, TResult>> _createWorker;
    private readonly CancellationTokenSource _stop;
    private readonly BlockingCollection<(T Item, TaskCompletionSource<TResult> Result)> _waiting = [];
    private readonly Queue<Task<TResult>> _results = new();
    private readonly List<Thread> _threads = [];
    private bool _isDisposed;

    /// <param name="count">Number of items to work on at one time.</param>
    /// <param name="createWorker">Makes what one thread works with; it is given a token that stops the work.</param>
    public WorkQueue(int count, Func<CancellationToken, Func<T, TResult>> createWorker, CancellationToken cancellation)
    {
        _count = OpenFileLimit.LimitWorkers(count);
        _createWorker = createWorker;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    }

    /// <summary>Whether there is an item of which the result was not taken.</summary>
    public bool HasItems => _results.Count > 0;

    /// <summary>Whether so many items wait that a result should be taken before another is added.</summary>
    public bool IsFull => _results.Count >= LookAhead * _count;

    /// <summary>Adds an item.</summary>
    public void Add(T item)
    {
        var result = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _results.Enqueue(result.Task);
        _waiting.Add((item, result));
        if (_threads.Count < Math.Min(_count, _results.Count))
        {
            var thread = new Thread(Work) { IsBackground = true };
            _threads.Add(thread);
            thread.Start();
        }
    }

    /// <summary>Waits for the result of the oldest item.</summary>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public TResult Take()
    {
        _stop.Token.ThrowIfCancellationRequested();
        return _results.Dequeue().GetAwaiter().GetResult();
    }

    /// <summary>Takes the result of the oldest item if it is there.</summary>
    public bool TryTake(out TResult result)
    {
        var isThere = _results.Count > 0 && _results.Peek().IsCompleted;
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
        _waiting.CompleteAdding();
        foreach (var thread in _threads)
            thread.Join();
        var left = new List<TResult>();
        foreach (var result in _results)
        {
            if (result.Status == TaskStatus.RanToCompletion)
                left.Add(result.Result);
        }
        _results.Clear();
        _waiting.Dispose();
        _stop.Dispose();
        return left;
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    private void Work()
    {
        Func<T, TResult>? work = null;
        foreach (var (item, result) in _waiting.GetConsumingEnumerable())
        {
            if (_stop.IsCancellationRequested)
            {
                result.SetCanceled();
                continue;
            }
            try
            {
                work ??= _createWorker(_stop.Token);
                result.SetResult(work(item));
            }
            catch (OperationCanceledException)
            {
                result.SetCanceled();
            }
            catch (Exception e)
            {
                result.SetException(e);
            }
        }
    }
}
