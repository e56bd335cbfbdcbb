using System.Threading;

namespace Dams.Dicom.Reading;

/// <summary>Bytes of headers that may be held together, so that memory does not grow with the number and the size of the files.</summary>
/// <remarks>Safe for use by several threads.</remarks>
internal sealed class HeaderBudget(long bytes)
{
    private long _left = bytes;

    /// <summary>Takes some of them; not where fewer are left.</summary>
    public bool TryTake(long count)
    {
        if (Interlocked.Add(ref _left, -count) >= 0)
            return true;
        Interlocked.Add(ref _left, count);
        return false;
    }
}
