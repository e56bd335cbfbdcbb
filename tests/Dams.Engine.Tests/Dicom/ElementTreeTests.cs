using System;
using System.Collections.Concurrent;
using System.Threading;
using Dams.Dicom.Reading;
using Xunit;

namespace Dams.Tests.Dicom;

public sealed class ElementTreeTests
{
    [Fact]
    public void Files_without_file_meta_information_can_be_closed_by_several_threads_at_one_time()
    {
        // A list that one thread empties while another walks over it throws, though it has no elements.
        var faults = new ConcurrentBag<Exception>();
        using var both = new Barrier(2);
        Thread[] threads = [new(CloseMany), new(CloseMany)];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.Empty(faults);

        void CloseMany()
        {
            try
            {
                both.SignalAndWait();
                for (var i = 0; i < 50_000_000; i++)
                    ElementTree.Empty.Dispose();
            }
            catch (InvalidOperationException e)
            {
                faults.Add(e);
            }
        }
    }
}
