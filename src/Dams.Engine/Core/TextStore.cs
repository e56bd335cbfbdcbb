using System;
using System.Collections.Generic;

namespace Dams.Core;

/// <summary>Keeps many short texts together: a string of its own for each costs more than its characters.</summary>
/// <remarks>Safe for use by several threads once it is filled.</remarks>
internal sealed class TextStore
{
    // Few texts need little, and a block of many is still no large object to the collector, which would move it last.
    private const int FirstBlock = 128, LargestBlock = 1 << BlockBits, BlockBits = 14;

    private readonly List<char[]> _blocks = [];
    private int _used;

    /// <summary>Keeps a text of up to 65,535 characters; returns its place.</summary>
    public int Add(ReadOnlySpan<char> text)
    {
        var last = _blocks.Count - 1;
        if (last < 0 || _blocks[last].Length - _used <= text.Length)
        {
            var size = last < 0 ? FirstBlock : Math.Min(2 * _blocks[last].Length, LargestBlock);
            _blocks.Add(new char[Math.Max(size, text.Length + 1)]);
            _used = 0;
            last++;
        }
        var place = (last << BlockBits) | _used;
        _blocks[last][_used++] = (char)text.Length;
        text.CopyTo(_blocks[last].AsSpan(_used));
        _used += text.Length;
        return place;
    }

    /// <summary>The text at a place.</summary>
    public ReadOnlySpan<char> Read(int place)
    {
        var block = _blocks[place >> BlockBits];
        var start = place & (LargestBlock - 1);
        return block.AsSpan(start + 1, block[start]);
    }
}
