using System;
using System.Buffers;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Dams.Core.Compatibility;
using Dams.Dicom.Dictionary;

namespace Dams.Dicom.Reading;

/// <summary>
/// The elements of one dataset in the order of the file, nested ones after the one that encloses them. It holds places,
/// not values: 32 bytes an element.
/// </summary>
internal sealed class ElementTree : IDisposable
{
    public const int Root = -1;

    // Parts of one size, so that growing copies nothing and no array is as large as the file.
    private const int PartBits = 9;
    private const int PartLength = 1 << PartBits;

    // To search this many elements one by one costs less than an index; most datasets have no more.
    private const int LongestLook = 256;

    private readonly List<Element[]> _parts = [];

    // That of most files: they have no other.
    private Element[] _first = [];
    private Dictionary<int, ulong[]>? _indexes;

    /// <summary>A tree without elements, to which none is added.</summary>
    public static ElementTree Empty { get; } = new();

    public int Count { get; private set; }

    public ref readonly Element this[int index] => ref At(index);

    /// <summary>Bytes from the start of the file to what follows the last element.</summary>
    public long End { get; set; }

    /// <summary>Whether a group length or (0008,0001) Length to End is among them.</summary>
    public bool HasGroupLengths { get; private set; }

    /// <summary>
    /// Whether something was read that is not as the standard has it: elements after pixel data that are out of order or
    /// unknown, a sequence that calls itself unknown, items in another form than what encloses them, a header that is none
    /// of the standard's, a delimiter that is missing or too many.
    /// </summary>
    public bool IsNonstandard { get; set; }

    /// <summary>How the elements at the root are encoded.</summary>
    public ElementForm Form { get; set; }

    /// <summary>The first element inside a sequence, an item or the root.</summary>
    public int FirstIn(int container) => container + 1;

    /// <summary>The index after the last element inside a sequence, an item or the root.</summary>
    public int EndOf(int container) => container == Root ? Count : this[container].Next;

    /// <summary>The first element with a tag among those directly inside an item or the root; -1 where there is none.</summary>
    [MethodImpl(HotPath.Options)]
    public int Find(Tag tag, int container = Root)
    {
        var end = EndOf(container);
        var look = LongestLook;
        for (var i = FirstIn(container); i < end; i = this[i].Next)
        {
            if (this[i].Tag == tag)
                return i;
            if (--look == 0)
                return FindInIndex(tag, container);
        }
        return -1;
    }

    public void Add(in Element element)
    {
        if (Count == _parts.Count << PartBits)
            AddPart();
        At(Count++) = element;
        HasGroupLengths |= element.Tag.IsGroupLength || element.Tag == KnownTag.LengthToEnd;
    }

    /// <param name="hasDelimiter">Whether a delimiter closes it, where its length is undefined.</param>
    public void Close(int index, long end, bool hasDelimiter = true)
    {
        ref var element = ref At(index);
        element = element with
        {
            End = end,
            Next = Count,
            Form = hasDelimiter ? element.Form : element.Form | ElementForm.Undelimited,
        };
    }

    public void Truncate(int count) => Count = count;

    /// <inheritdoc/>
    public void Dispose()
    {
        // All files without file meta information share one tree: nothing of it changes, whichever thread closes its file.
        if (_parts.Count == 0)
            return;
        foreach (var part in _parts)
            ArrayPool<Element>.Shared.Return(part);
        _parts.Clear();
        _first = [];
        _indexes = null;
        Count = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Element At(int index) =>
        ref (index < PartLength ? _first : _parts[index >> PartBits])[index & (PartLength - 1)];

    private void AddPart()
    {
        _parts.Add(ArrayPool<Element>.Shared.Rent(PartLength));
        _first = _parts[0];
    }

    private int FindInIndex(Tag tag, int container)
    {
        _indexes ??= [];
        if (!_indexes.TryGetValue(container, out var index))
            _indexes.Add(container, index = IndexOf(container));
        var found = Array.BinarySearch(index, (ulong)tag.Value << 32);
        var next = found < 0 ? ~found : found;
        return next < index.Length && (uint)(index[next] >> 32) == tag.Value ? (int)(uint)index[next] : -1;
    }

    /// <summary>The elements directly inside a container by tag and place: the tag in the upper, the place in the lower bits.</summary>
    private ulong[] IndexOf(int container)
    {
        var count = 0;
        for (var i = FirstIn(container); i < EndOf(container); i = this[i].Next)
            count++;
        var index = new ulong[count];
        count = 0;
        for (var i = FirstIn(container); i < EndOf(container); i = this[i].Next)
            index[count++] = ((ulong)this[i].Tag.Value << 32) | (uint)i;
        Array.Sort(index);
        return index;
    }
}
