using System;
using System.Linq;
using System.Threading;
using Dams.Core;
using Xunit;

namespace Dams.Tests.Core;

public sealed class WorkerThreadTests
{
    [Fact]
    public void A_thread_that_is_idle_works_again()
    {
        // Tests beside this one take threads too, so that not each comes back to the same.
        var threads = Enumerable.Range(0, 20).Select(_ =>
        {
            var id = 0;
            WorkerThread.Start(() => id = Environment.CurrentManagedThreadId).Join();
            return id;
        }).ToArray();

        Assert.True(threads.Distinct().Count() < threads.Length);
    }

    [Fact]
    public void Works_that_last_have_a_thread_each()
    {
        using var all = new CountdownEvent(8);
        var works = Enumerable.Range(0, 8).Select(_ => WorkerThread.Start(() =>
        {
            all.Signal();
            all.Wait();
        })).ToArray();

        Assert.All(works, work => work.Join());
        Assert.True(all.IsSet);
    }

    [Fact]
    public void Work_has_the_context_of_who_asked_for_it()
    {
        var caller = new AsyncLocal<string>();
        foreach (var name in new[] { "first", "second", "third" })
        {
            caller.Value = name;
            var seen = "";
            WorkerThread.Start(() => seen = caller.Value).Join();
            Assert.Equal(name, seen);
        }
    }

    [Fact]
    public void A_thread_ends_when_there_is_nothing_to_do_and_another_begins()
    {
        Thread? first = null;
        WorkerThread.Start(() => first = Thread.CurrentThread).Join();

        Assert.True(first!.IsBackground);
        // It stays only as long as others give it work.
        Assert.True(SpinWait.SpinUntil(() => !first.IsAlive, TimeSpan.FromMinutes(2)));
        var isDone = false;
        WorkerThread.Start(() => isDone = true).Join();
        Assert.True(isDone);
    }
}
