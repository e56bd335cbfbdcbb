using System;
using System.Collections.Generic;

namespace Dams.Tests.Support.Reading;

/// <summary>Reads the value of encapsulated pixel data (PS3.5 section A.4).</summary>
internal static class FragmentReading
{
    /// <summary>The offset table, the fragments, and an empty one for the delimiter.</summary>
    public static IEnumerable<byte[]> Split(byte[] value)
    {
        for (var position = 0; position + 8 <= value.Length;)
        {
            var length = BitConverter.ToInt32(value, position + 4);
            yield return value[(position + 8)..(position + 8 + length)];
            position += 8 + length;
        }
    }
}
