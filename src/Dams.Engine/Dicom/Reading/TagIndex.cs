using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Dams.Core.Compatibility;

namespace Dams.Dicom.Reading;

/// <summary>Finds the number that a tag has in a fixed set of tags.</summary>
internal sealed class TagIndex
{
    private readonly uint[] _tags;

    /// <param name="tags">In ascending order, each once: the number of a tag is its place here.</param>
    public TagIndex(uint[] tags)
    {
        for (var i = 1; i < tags.Length; i++)
        {
            if (tags[i - 1] >= tags[i])
                throw new ArgumentException("Tags in ascending order, each once.", nameof(tags));
        }
        _tags = tags;
    }

    public IReadOnlyList<uint> Tags => _tags;

    /// <summary>The number of a tag; -1 where it is not in the set.</summary>
    [MethodImpl(HotPath.Options)]
    public int Find(Tag tag)
    {
        var (low, high) = (0, _tags.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (_tags[middle] == tag.Value)
                return middle;
            if (_tags[middle] < tag.Value)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1;
    }
}
