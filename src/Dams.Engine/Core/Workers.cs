using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Dams.Core;

/// <summary>Works on several items at one time.</summary>
internal static class Workers
{
    // Enough that a slow item does not make the other workers wait, and few enough that results do not pile up.
    private const int LookAhead = 32;

    /// <summary>What the work makes of each item, in the order of the items.</summary>
    /// <param name="count">Number of items to work on at one time.</param>
    /// <remarks>
    /// Items are taken on the thread of the caller, some ahead of their results. An exception of the work is thrown at its
    /// item; one of the items as soon as it is met. However it ends, what was begun is ended first and the rest is not begun.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static IEnumerable<TResult> Run<T, TResult>(
        IEnumerable<T> items, int count, Func<T, TResult> work, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        count = OpenFileLimit.LimitWorkers(count);
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, count).ConcurrentScheduler;
        var begun = new Queue<Task<TResult>>();
        try
        {
            foreach (var item in items)
            {
                cancellation.ThrowIfCancellationRequested();
                begun.Enqueue(Task.Factory.StartNew(() => work(item), stop.Token, TaskCreationOptions.None, scheduler));
                if (begun.Count == LookAhead * count)
                    yield return begun.Dequeue().GetAwaiter().GetResult();
            }
            while (begun.Count > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return begun.Dequeue().GetAwaiter().GetResult();
            }
        }
        finally
        {
            stop.Cancel();
            // WhenAny, since exceptions of the remaining work are of no interest any more.
            Task.WhenAny(Task.WhenAll(begun)).Wait(CancellationToken.None);
        }
    }
}
