using System;
using System.Runtime.CompilerServices;
using Dams.Core.Compatibility;
using Dams.Dicom.Reading;

namespace Dams.Deidentification;

/// <summary>Numbers, dates, times and ages in characters (PS3.5 table 6.2-1: DS, IS, DA, DT, TM, AS).</summary>
internal static class NumberText
{
#if NETSTANDARD2_0
    private static readonly bool[] Allowed = Array.ConvertAll(new int[256], _ => false);

    static NumberText()
    {
        foreach (var character in Characters)
            Allowed[character] = true;
    }
#else
    private static readonly System.Buffers.SearchValues<byte> Allowed = System.Buffers.SearchValues.Create("0123456789+-.:eE DWMY\\\0"u8);
#endif

    /// <summary>Whether a value has no other characters than these have.</summary>
    [MethodImpl(HotPath.Options)]
    public static bool IsPlain(ByteSource source, in Element element)
    {
        var end = element.ValueOffset + element.ValueLength;
        for (var position = element.ValueOffset; position < end;)
        {
            source.Cancellation.ThrowIfCancellationRequested();
            var bytes = source.PeekAvailable(position);
            bytes = bytes.Slice(0, (int)Math.Min(bytes.Length, end - position));
            if (bytes.IsEmpty)
                return true;
            if (!IsPlain(bytes))
                return false;
            position += bytes.Length;
        }
        return true;
    }

#if NETSTANDARD2_0
    private const string Characters = "0123456789+-.:eE DWMY\\\0";

    private static bool IsPlain(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (!Allowed[value])
                return false;
        }
        return true;
    }
#else
    private static bool IsPlain(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept(Allowed) < 0;
#endif
}
