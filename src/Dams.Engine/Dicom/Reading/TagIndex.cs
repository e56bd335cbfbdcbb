using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Dams.Core.Compatibility;

namespace Dams.Dicom.Reading;

/// <summary>Finds the number that a tag has in a fixed set of tags.</summary>
internal sealed class TagIndex
{
    // Fibonacci hashing: the upper bits of a product with this spread tags that differ in their lower bits alone.
    private const uint Multiplier = 2654435769;

    private readonly uint[] _tags;
    private readonly int _shift;

    // Open addressing with linear probing: a tag in the upper bits, its number and 1 in the lower; 0 where nothing is. At least
    // half of it is empty.
    private readonly ulong[] _slots;

    /// <param name="tags">In ascending order, each once: the number of a tag is its place here.</param>
    public TagIndex(uint[] tags)
    {
        var bits = 2;
        while (1 << bits < 2 * tags.Length)
            bits++;
        _tags = tags;
        _shift = 32 - bits;
        _slots = new ulong[1 << bits];
        for (var i = 0; i < tags.Length; i++)
        {
            if (i > 0 && tags[i - 1] >= tags[i])
                throw new ArgumentException("Tags in ascending order, each once.", nameof(tags));
            var slot = SlotOf(tags[i]);
            while (_slots[slot] != 0)
                slot = Next(slot);
            _slots[slot] = ((ulong)tags[i] << 32) | (uint)(i + 1);
        }
    }

    public IReadOnlyList<uint> Tags => _tags;

    /// <summary>The number of a tag; -1 where it is not in the set.</summary>
    [MethodImpl(HotPath.Options)]
    public int Find(Tag tag)
    {
        for (var slot = SlotOf(tag.Value); ; slot = Next(slot))
        {
            var found = _slots[slot];
            if (found == 0 || (uint)(found >> 32) == tag.Value)
                return (int)(uint)found - 1;
        }
    }

    private int SlotOf(uint tag) => (int)((tag * Multiplier) >> _shift);

    private int Next(int slot) => (slot + 1) & (_slots.Length - 1);
}
