using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dams.Core;
using Xunit;

namespace Dams.Tests.Core;

public sealed class WorkersTests
{
    // Only a broken test waits this long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private int _begun;
    private int _ended;

    [Fact]
    public void Results_come_in_the_order_of_the_items_though_later_ones_are_done_first()
    {
        using var secondIsDone = new ManualResetEventSlim();

        var results = Workers.Run(Enumerable.Range(0, 300), 2, Work, CancellationToken.None).ToArray();

        Assert.Equal(Enumerable.Range(0, 300).Select(i => -i), results);

        int Work(int item)
        {
            if (item == 0)
                Assert.True(secondIsDone.Wait(Patience));
            if (item == 1)
                secondIsDone.Set();
            return -item;
        }
    }

    [Fact]
    public void No_items_have_no_results() =>
        Assert.Empty(Workers.Run(Enumerable.Empty<int>(), 2, item => item, CancellationToken.None));

    [Fact]
    public void As_many_items_as_asked_for_are_worked_on_at_one_time()
    {
        const int count = 3;
        using var all = new Barrier(count);

        var met = Workers.Run(Enumerable.Range(0, count), count, _ => all.SignalAndWait(Patience), CancellationToken.None);

        Assert.All(met, Assert.True);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_more_items_than_asked_for_are_worked_on_at_one_time(int count)
    {
        var atOneTime = Workers.Run(Enumerable.Range(0, 200), count, Work, CancellationToken.None).ToArray();

        Assert.InRange(atOneTime.Max(), 1, count);

        int Work(int item)
        {
            var now = Interlocked.Increment(ref _begun) - Volatile.Read(ref _ended);
            Thread.Sleep(1);
            Interlocked.Increment(ref _ended);
            return now;
        }
    }

    [Fact]
    public void A_caller_who_stops_early_waits_for_what_was_begun_and_nothing_more_begins()
    {
        using var isSecondBegun = new ManualResetEventSlim();
        using var maySecondEnd = new ManualResetEventSlim();
        var results = Workers.Run(Enumerable.Range(0, 1000), 1, Counted(Work), CancellationToken.None).GetEnumerator();
        Assert.True(results.MoveNext());
        Assert.True(isSecondBegun.Wait(Patience));

        var caller = new Thread(results.Dispose);
        caller.Start();
        Assert.True(SpinWait.SpinUntil(() => caller.ThreadState.HasFlag(ThreadState.WaitSleepJoin), Patience));
        maySecondEnd.Set();
        Assert.True(caller.Join(Patience));

        Assert.Equal((2, 2), (_begun, _ended));

        int Work(int item)
        {
            if (item == 1)
            {
                isSecondBegun.Set();
                Assert.True(maySecondEnd.Wait(Patience));
            }
            return item;
        }
    }

    [Fact]
    public void Nothing_begins_before_results_are_asked_for()
    {
        Workers.Run(Enumerable.Range(0, 10), 2, Counted(item => item), CancellationToken.None);

        Assert.Equal(0, _begun);
    }

    [Fact]
    public void An_exception_of_the_work_comes_out_at_its_item_and_as_it_is()
    {
        var results = new List<int>();

        var error = Assert.Throws<FormatException>(() =>
        {
            foreach (var result in Workers.Run(Enumerable.Range(0, 1000), 2, Counted(Work), CancellationToken.None))
                results.Add(result);
        });

        Assert.Equal("at 40", error.Message);
        Assert.Equal(Enumerable.Range(0, 40), results);
        Assert.Equal(_begun, _ended);

        int Work(int item) => item < 40 ? item : throw new FormatException($"at {item}");
    }

    [Fact]
    public void An_exception_of_the_items_comes_out_when_what_was_begun_has_ended()
    {
        using var isBegun = new ManualResetEventSlim();

        Assert.Throws<FormatException>(() => Workers.Run(Items(), 1, Counted(Work), CancellationToken.None).ToArray());

        Assert.Equal((1, 1), (_begun, _ended));

        IEnumerable<int> Items()
        {
            yield return 0;
            Assert.True(isBegun.Wait(Patience));
            throw new FormatException();
        }

        int Work(int item)
        {
            isBegun.Set();
            return item;
        }
    }

    [Fact]
    public void A_cancelled_run_begins_nothing_more()
    {
        using var stop = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(
            () => Workers.Run(Enumerable.Range(0, 1000), 1, Counted(Work), stop.Token).ToArray());

        Assert.Equal((11, 11), (_begun, _ended));

        int Work(int item)
        {
            if (item == 10)
                stop.Cancel();
            return item;
        }
    }

    [Fact]
    public void With_a_cancelled_token_nothing_begins()
    {
        Assert.ThrowsAny<OperationCanceledException>(
            () => Workers.Run([1, 2], 2, Counted(item => item), new CancellationToken(canceled: true)).ToArray());

        Assert.Equal(0, _begun);
    }

    [Fact]
    public void Items_are_taken_on_the_thread_of_the_caller()
    {
        var threads = new HashSet<int>();

        Assert.Equal(200, Workers.Run(Items(), 2, item => item, CancellationToken.None).Count());

        Assert.Equal([Environment.CurrentManagedThreadId], threads);

        IEnumerable<int> Items()
        {
            for (var i = 0; i < 200; i++)
            {
                threads.Add(Environment.CurrentManagedThreadId);
                yield return i;
            }
        }
    }

    private Func<int, int> Counted(Func<int, int> work) => item =>
    {
        Interlocked.Increment(ref _begun);
        try
        {
            return work(item);
        }
        finally
        {
            Interlocked.Increment(ref _ended);
        }
    };
}
