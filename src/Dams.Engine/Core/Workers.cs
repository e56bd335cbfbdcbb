using System;
using System.Collections.Generic;
using System.Threading;

namespace Dams.Core;

/// <summary>Works on several items at one time.</summary>
internal static class Workers
{
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
        using var queue = new WorkQueue<T, TResult>(count, _ => work, cancellation);
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            queue.Add(item);
            if (queue.IsFull)
                yield return queue.Take();
        }
        while (queue.HasItems)
            yield return queue.Take();
    }
}
